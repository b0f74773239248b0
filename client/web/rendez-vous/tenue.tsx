import type { FC } from 'hono/jsx';
import { estEntretienLegal } from '../../../domain/faits/entretiens';
import { questionsWorkCafe } from '../../../domain/rendez-vous/rendez-vous';
import type { RemarqueRendezVous } from '../../../domain/rendez-vous/saisie';
import type { SorteRendezVous } from '../../../domain/rendez-vous/sortes';
import { EnTeteDossier, type VueDossier } from '../commun/en-tete';
import { Faute, fauteDe } from '../commun/faute';
import { Page } from '../commun/gabarit';
import { Jour } from '../commun/jour';
import { Refuse } from '../commun/refuse';
import { Caches, Choix, LigneJour, Zone } from './champs';

interface Props {
  vue: VueDossier;
  sorte: SorteRendezVous;
  lequel: string;
  action: string;
  saisie: Readonly<Record<string, string>>;
  /** SEQUENCE of the appointment that the page shows. */
  sequence: number;
  refus: readonly RemarqueRendezVous[];
}

/** Lines of the plan that the form offers; more are added on the dossier. */
export const LIGNES_PLAN = 5;

const REPONSES = { '': 'Sans réponse', oui: 'Oui', non: 'Non' } as const;

/** What was said and agreed. Every field may stay empty: held is enough. */
export const PageTenue: FC<Props> = ({ vue, sorte, lequel, action, saisie, sequence, refus }) => {
  const erreur = (champ: string) => fauteDe(refus, champ) ?? undefined;
  const plan = ['actions', 'quoi', 'pourLe'].map((champ) => fauteDe(refus, champ)).find((dite) => dite !== null);
  return (
    <Page titre="Rendez-vous tenu" menu="dossiers" boite={vue.boite}>
      <EnTeteDossier vue={vue} titre="Rendez-vous tenu" />
      <p class="phrase">{lequel}</p>
      {refus.length > 0 ? (
        <Refuse>
          {refus.map((r) => (
            <p>{r.phrase}</p>
          ))}
          <p>Rien n’a été enregistré.</p>
        </Refuse>
      ) : null}
      <form class="saisie" method="post" action={action}>
        <Caches champs={{ _sequence: String(sequence) }} />
        <LigneJour
          nom="le"
          libelle="Tenu le"
          valeur={saisie.le}
          erreur={refus.find(({ code }) => code === 'RDV_TENU_LE_INVALIDE')?.phrase}
          aide={estEntretienLegal(sorte) ? 'Ce jour entre au journal du parcours.' : ''}
        />
        {sorte === 'PSP' ? (
          <fieldset>
            <label for="planValide">
              <input
                type="checkbox"
                id="planValide"
                name="planValide"
                value="oui"
                checked={saisie.planValide === 'oui'}
              />{' '}
              Le plan d’action (PSP) est validé
            </label>
            <small>Sans cette coche, l’entretien est tenu mais le plan reste à valider.</small>
          </fieldset>
        ) : null}
        {sorte === 'ADHESION' ? (
          <>
            <Zone nom="parcours" libelle="Parcours" valeur={saisie.parcours} erreur={erreur('parcours')} />
            <Zone nom="competences" libelle="Compétences" valeur={saisie.competences} erreur={erreur('competences')} />
            <Zone nom="souhaits" libelle="Souhaits" valeur={saisie.souhaits} erreur={erreur('souhaits')} />
          </>
        ) : null}
        {sorte === 'WORK_CAFE_ACCUEIL'
          ? questionsWorkCafe.map(({ cle, question }) => (
              <Choix
                nom={`reponse-${cle}`}
                libelle={question}
                valeur={saisie[`reponse-${cle}`] ?? ''}
                choix={REPONSES}
              />
            ))
          : null}
        <Zone
          nom="notes"
          libelle="Compte rendu"
          valeur={saisie.notes}
          erreur={erreur('notes')}
          lignes={5}
          aide="N’y écrivez rien qui relève du secret médical."
        />
        <h2>Plan d’action</h2>
        <Faute id="faute-plan" phrase={plan ?? null} />
        <table class="cartes" aria-describedby={plan === undefined ? undefined : 'faute-plan'}>
          <thead>
            <tr>
              <th scope="col">Quoi</th>
              <th scope="col">Pour le</th>
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: LIGNES_PLAN }, (_, i) => (
              <tr>
                <td data-titre="Quoi">
                  <input
                    name={`quoi-${i}`}
                    aria-label={`Action ${i + 1}`}
                    value={saisie[`quoi-${i}`] ?? ''}
                    maxlength={300}
                  />
                </td>
                <td data-titre="Pour le">
                  <Jour
                    nom={`pour-${i}`}
                    libelle={`Action ${i + 1}, pour le`}
                    aria-label={`Action ${i + 1}, pour le`}
                    valeur={saisie[`pour-${i}`]}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <div class="actions">
          <button type="submit">Enregistrer</button>
          <a href={`/dossiers/${vue.numero}`}>Abandonner</a>
        </div>
      </form>
    </Page>
  );
};
