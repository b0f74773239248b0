import type { FC } from 'hono/jsx';
import { libellesMode } from '../../../domain/rendez-vous/rendez-vous';
import type { RemarqueRendezVous, SaisieRendezVous } from '../../../domain/rendez-vous/saisie';
import { libellesSorte } from '../../../domain/rendez-vous/sortes';
import { EnTeteDossier, type VueDossier } from '../commun/en-tete';
import { Page } from '../commun/gabarit';
import { ChampsRefuses, Refuse } from '../commun/refuse';
import { Caches, Choix, Ligne, LigneJour } from './champs';
import type { SaisieForm } from './saisie';

export interface PropsFormulaire {
  vue: VueDossier;
  saisie: SaisieForm;
  /** The appointment that moves, in clear; null for a new one. */
  deplace: string | null;
  refus: RemarqueRendezVous[];
  /** Where the form leads; null when no other field is known. */
  base: string;
  /** Delay of the interview proposed, in one sentence. */
  delai: string | null;
}

const LIBELLES: Readonly<Record<keyof SaisieRendezVous, string>> = {
  sorte: 'Sorte',
  jour: 'Jour',
  heure: 'Heure',
  duree: 'Durée',
  mode: 'Où',
  lieu: 'Lieu',
  lien: 'Lien',
  intitule: 'Intitulé',
};

/** Plan or move an appointment: everything on one page, most of it filled in already. */
export const PageFormulaireRendezVous: FC<PropsFormulaire> = ({ vue, saisie, deplace, refus, base, delai }) => {
  const titre = deplace === null ? 'Planifier un rendez-vous' : 'Déplacer un rendez-vous';
  const champ = (nom: keyof SaisieRendezVous) => ({
    ...{ nom, libelle: LIBELLES[nom], valeur: saisie[nom] },
    erreur: refus.find((r) => r.champ === nom)?.phrase,
  });
  // An appointment that moves keeps its sort: no field of this page mends it.
  const champsRefuses = refus.flatMap(({ champ, phrase }) =>
    champ === undefined || (champ === 'sorte' && deplace !== null)
      ? []
      : [{ ancre: champ, libelle: LIBELLES[champ], phrase }],
  );
  const generales = refus.filter(({ phrase }) => !champsRefuses.some((c) => c.phrase === phrase));
  return (
    <Page titre={titre} menu="dossiers" boite={vue.boite}>
      <EnTeteDossier vue={vue} titre={titre} />
      {deplace ? (
        <p>
          À la place de : <strong>{deplace}</strong>
        </p>
      ) : null}
      {delai ? <p>{delai}</p> : null}
      {refus.length > 0 ? (
        <Refuse>
          {generales.map((r) => (
            <p>{r.phrase}</p>
          ))}
          <p>{generales.length < refus.length ? 'Des champs sont à revoir. ' : ''}Rien n’a été enregistré.</p>
          <ChampsRefuses champs={champsRefuses} />
        </Refuse>
      ) : null}
      <form class="saisie" method="post" action={`${base}/apercu`} novalidate={refus.length > 0 ? true : undefined}>
        <Caches champs={{ _id: saisie._id, _sequence: saisie._sequence }} />
        {deplace === null ? <Choix {...champ('sorte')} choix={libellesSorte} obligatoire /> : null}
        <div class="moment">
          <LigneJour {...champ('jour')} obligatoire />
          <Ligne {...champ('heure')} type="time" obligatoire />
          <Ligne {...champ('duree')} quand="minutes" aide="Vide : celle d’usage." max={3} />
        </div>
        <Choix {...champ('mode')} choix={libellesMode} obligatoire />
        <Ligne {...champ('lieu')} quand="sur place" max={200} />
        <Ligne {...champ('lien')} type="url" quand="en visio, en https://" max={500} />
        <Ligne {...champ('intitule')} quand="d’un atelier, d’un webinaire, d’une session" max={120} />
        <div class="actions">
          <button type="submit">Voir ce qui sera envoyé</button>
          <a href={`/dossiers/${vue.numero}`}>Abandonner</a>
        </div>
      </form>
    </Page>
  );
};
