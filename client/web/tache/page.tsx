import type { FC } from 'hono/jsx';
import { enChiffres } from '../../../domain/calendrier/dates';
import { MOTIF_MAX } from '../../../domain/dossier/limite';
import type { Referent } from '../../../domain/dossier/personnes';
import type { Tache } from '../../../registre';
import type { Saisie } from '../../saisie/formulaire';
import type { RefusDeSaisie } from '../commun/brouillons';
import { EnTeteDossier, type VueDossier } from '../commun/en-tete';
import { fauteDe } from '../commun/faute';
import { Page } from '../commun/gabarit';
import { Refuse } from '../commun/refuse';
import { Caches, Choix, Ligne, LigneJour } from '../rendez-vous/champs';

interface Props {
  vue: VueDossier;
  tache: Tache;
  /** What the task asks, with the fact that it is about. */
  quoi: string;
  /** Counsellors of the agency. */
  collegues: readonly Referent[];
  /** Id of the dossier's own counsellor. */
  referent: string;
  retour: string;
  /** What was just refused. */
  refusee: { saisie: Saisie; refus: readonly RefusDeSaisie[] } | null;
}

const nomDuReferent = ({ prenom, nom }: Referent): string => `${prenom} ${nom}`;

/** One task, to put off until a day with the reason, or to give to a colleague. */
export const PageTache: FC<Props> = ({ vue, tache, quoi, collegues, referent, retour, refusee }) => {
  const base = `/dossiers/${vue.numero}/taches`;
  const caches = { cle: tache.cle, retour };
  const refus = refusee?.refus ?? [];
  const erreur = (champ: string) => fauteDe(refus, champ) ?? undefined;
  const sien = collegues.find(({ id }) => id === referent);
  const choix = {
    '': sien ? `${nomDuReferent(sien)}, qui suit le dossier` : 'Le référent du dossier',
    ...Object.fromEntries(collegues.filter(({ id }) => id !== referent).map((r) => [r.id, nomDuReferent(r)])),
  };
  return (
    <Page titre={`Une tâche, dossier ${vue.numero}`} menu="dossiers" boite={vue.boite}>
      <EnTeteDossier vue={vue} titre="Reporter ou confier une tâche" />
      <p class="phrase">{quoi}</p>
      <EtatTache tache={tache} collegues={collegues} />
      {refus.length > 0 ? (
        <Refuse>
          {refus.map(({ phrase }) => (
            <p>{phrase}</p>
          ))}
          <p>Rien n’a été enregistré.</p>
        </Refuse>
      ) : null}
      <form class="saisie" method="post" action={`${base}/reporter`}>
        <h2>Reporter</h2>
        <p class="discret">
          Elle quitte les listes jusqu’à ce jour.{' '}
          {tache.echeance === null ? '' : 'La date que fixe le droit ne bouge pas.'}
        </p>
        <Caches champs={caches} />
        <LigneJour
          nom="au"
          libelle="Au"
          valeur={refusee?.saisie.au ?? tache.reporteeAu ?? ''}
          erreur={erreur('au')}
          obligatoire
        />
        <Ligne
          nom="motif"
          libelle="Pourquoi"
          valeur={refusee?.saisie.motif ?? tache.reporteeMotif ?? ''}
          aide="Gardé au registre. N’y écrivez rien qui relève du secret médical."
          erreur={erreur('motif')}
          max={MOTIF_MAX}
          obligatoire
        />
        <button type="submit">Reporter</button>
      </form>
      <form class="saisie" method="post" action={`${base}/confier`}>
        <h2>Confier à un collègue</h2>
        <p class="discret">La tâche seule ; le dossier garde son référent.</p>
        <Caches champs={caches} />
        <Choix
          nom="a"
          libelle="Qui s’en occupe"
          choix={choix}
          valeur={refusee?.saisie.a ?? tache.confieeA ?? ''}
          erreur={refus.find(({ code }) => code.startsWith('REFERENT_INCONNU'))?.phrase}
          obligatoire
        />
        <button type="submit">Confier la tâche</button>
      </form>
      <p>
        <a href={retour === 'semaine' ? '/' : `/dossiers/${vue.numero}#taches`}>Ne rien changer</a>
      </p>
    </Page>
  );
};

/** Until when a task is put off, by whom and why, and who sees to it. */
export const EtatTache: FC<{ tache: Tache; collegues: readonly Referent[] }> = ({ tache, collegues }) => {
  const { reporteeAu, reporteePar, reporteeMotif, confieeA, echeance } = tache;
  const confiee = collegues.find(({ id }) => id === confieeA);
  const dits = [
    ...(echeance === null ? [] : [`échéance du ${enChiffres(echeance)}`]),
    ...(reporteeAu === null ? [] : [`reportée au ${enChiffres(reporteeAu)} par ${reporteePar} : ${reporteeMotif}`]),
    ...(confieeA === null ? [] : [`confiée à ${confiee ? nomDuReferent(confiee) : confieeA}`]),
  ];
  return dits.length === 0 ? null : <p class="discret">{dits.join(' ; ')}.</p>;
};
