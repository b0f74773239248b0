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
  const erreur = (champ: RemarqueRendezVous['champ']) => refus.find((r) => r.champ === champ)?.phrase;
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
        {deplace === null ? (
          <Choix
            nom="sorte"
            libelle={LIBELLES.sorte}
            valeur={saisie.sorte}
            choix={libellesSorte}
            erreur={erreur('sorte')}
            obligatoire
          />
        ) : null}
        <div class="grid">
          <LigneJour nom="jour" libelle={LIBELLES.jour} valeur={saisie.jour} erreur={erreur('jour')} obligatoire />
          <Ligne
            nom="heure"
            libelle={LIBELLES.heure}
            type="time"
            valeur={saisie.heure}
            erreur={erreur('heure')}
            obligatoire
          />
          <Ligne
            nom="duree"
            libelle={LIBELLES.duree}
            valeur={saisie.duree}
            erreur={erreur('duree')}
            quand="minutes"
            max={3}
          />
        </div>
        <Choix
          nom="mode"
          libelle={LIBELLES.mode}
          valeur={saisie.mode}
          choix={libellesMode}
          erreur={erreur('mode')}
          obligatoire
        />
        <Ligne
          nom="lieu"
          libelle={LIBELLES.lieu}
          valeur={saisie.lieu}
          erreur={erreur('lieu')}
          quand="sur place"
          max={200}
        />
        <Ligne
          nom="lien"
          libelle={LIBELLES.lien}
          type="url"
          valeur={saisie.lien}
          erreur={erreur('lien')}
          quand="en visio, en https://"
          max={500}
        />
        <Ligne
          nom="intitule"
          libelle={LIBELLES.intitule}
          valeur={saisie.intitule}
          erreur={erreur('intitule')}
          quand="d’un atelier, d’un webinaire, d’une session"
          max={120}
        />
        <div class="actions">
          <button type="submit">Voir ce qui sera envoyé</button>
          <a href={`/dossiers/${vue.numero}`}>Abandonner</a>
        </div>
      </form>
    </Page>
  );
};
