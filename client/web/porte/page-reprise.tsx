import type { FC } from 'hono/jsx';
import type { Saisie } from '../../saisie/formulaire';
import { Avis, Page } from '../commun/gabarit';

/** What was being sent when the session ended: nothing of it was recorded, and it goes on from here. */
export const PageReprise: FC<{ vers: string; saisie: Saisie }> = ({ vers, saisie }) => {
  const champs = Object.entries(saisie);
  const tapes = champs.filter(([nom, valeur]) => !nom.startsWith('_') && valeur !== '');
  return (
    <Page titre="Reprendre" boite={false}>
      <h1>Reprendre où vous en étiez</h1>
      <Avis genre="attention">
        <p>Votre session avait pris fin : ce que vous aviez écrit n’a pas été enregistré. Le voici.</p>
      </Avis>
      {tapes.length === 0 ? null : (
        <ul>
          {tapes.map(([, valeur]) => (
            <li>{valeur}</li>
          ))}
        </ul>
      )}
      <form method="post" action={vers}>
        {champs.map(([nom, valeur]) => (
          <input type="hidden" name={nom} value={valeur} />
        ))}
        <div class="actions">
          <button type="submit">Envoyer maintenant</button>
          <a href="/">Abandonner</a>
        </div>
      </form>
    </Page>
  );
};
