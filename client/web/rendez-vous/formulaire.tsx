import type { FC } from 'hono/jsx';
import { libellesMode } from '../../../domain/rendez-vous/rendez-vous';
import type { RemarqueRendezVous } from '../../../domain/rendez-vous/saisie';
import { libellesSorte } from '../../../domain/rendez-vous/sortes';
import { EnTeteDossier, type VueDossier } from '../commun/en-tete';
import { Avis, Page } from '../commun/gabarit';
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

/** Plan or move an appointment: everything on one page, most of it filled in already. */
export const PageFormulaireRendezVous: FC<PropsFormulaire> = ({ vue, saisie, deplace, refus, base, delai }) => {
  const titre = deplace === null ? 'Planifier un rendez-vous' : 'Déplacer un rendez-vous';
  const erreur = (champ: RemarqueRendezVous['champ']) => refus.find((r) => r.champ === champ)?.phrase;
  const generales = refus.filter((r) => r.champ === undefined);
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
        <Avis genre="alerte">
          {generales.map((r) => (
            <p>{r.phrase}</p>
          ))}
          <p>{generales.length < refus.length ? 'Des champs sont à revoir. ' : ''}Rien n’a été enregistré.</p>
        </Avis>
      ) : null}
      <form class="saisie" method="post" action={`${base}/apercu`} novalidate={refus.length > 0 ? true : undefined}>
        <Caches champs={{ _id: saisie._id, _sequence: saisie._sequence }} />
        {deplace === null ? (
          <Choix
            nom="sorte"
            libelle="Sorte"
            valeur={saisie.sorte}
            choix={libellesSorte}
            erreur={erreur('sorte')}
            obligatoire
          />
        ) : null}
        <div class="grid">
          <LigneJour nom="jour" libelle="Jour" valeur={saisie.jour} erreur={erreur('jour')} obligatoire />
          <Ligne nom="heure" libelle="Heure" type="time" valeur={saisie.heure} erreur={erreur('heure')} obligatoire />
          <Ligne nom="duree" libelle="Durée" valeur={saisie.duree} erreur={erreur('duree')} quand="minutes" max={3} />
        </div>
        <Choix nom="mode" libelle="Où" valeur={saisie.mode} choix={libellesMode} erreur={erreur('mode')} obligatoire />
        <Ligne nom="lieu" libelle="Lieu" valeur={saisie.lieu} erreur={erreur('lieu')} quand="sur place" max={200} />
        <Ligne
          nom="lien"
          libelle="Lien"
          type="url"
          valeur={saisie.lien}
          erreur={erreur('lien')}
          quand="en visio, en https://"
          max={500}
        />
        <Ligne
          nom="intitule"
          libelle="Intitulé"
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
