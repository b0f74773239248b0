import type { FC } from 'hono/jsx';
import { type DateCivile, enChiffres, joursEntre } from '../../../domain/calendrier/dates';
import { jourChez } from '../../../domain/calendrier/fuseaux';
import type { Referent } from '../../../domain/dossier/personnes';
import { regleDite } from '../../../domain/droit/regle-dite';
import type { Moment } from '../../../domain/flotte/semaine';
import { heureEnClair, momentCivil, zoneRendezVous } from '../../../domain/rendez-vous/heure';
import { libellesSorte } from '../../../domain/rendez-vous/sortes';
import type { ChoseAFaire } from '../../../registre';
import { type Geste, gestesDEcheance, gestesDeRendezVous, gestesDeTache } from '../../affichage/gestes';
import { joursRestants } from '../../affichage/libelles';
import { reserveDe } from '../../affichage/reserve';
import { CloreTache } from '../commun/clore-tache';
import { nomDe } from '../liste/page';
import { Pour } from '../porte/pour';
import { adresseTache } from '../tache/suites';
import { cleDEntretien } from './lire-prevus';

export const libellesMoment: Record<Moment, string> = {
  EN_RETARD: 'En retard',
  AUJOURDHUI: 'Aujourd’hui',
  CETTE_SEMAINE: 'Cette semaine',
  SEMAINE_PROCHAINE: 'La semaine prochaine',
  PLUS_TARD: 'Plus tard',
};

/** Who follows a dossier, where a list is several people's. */
export const nomDuReferent = (referents: readonly Referent[], id: string): string => {
  const referent = referents.find((r) => r.id === id);
  return referent ? `${referent.prenom} ${referent.nom}` : id;
};

interface Props {
  chose: ChoseAFaire;
  /** Day of the appointment that a dossier has already, by `cleDEntretien`. */
  prevus: ReadonlyMap<string, DateCivile>;
  /** Who sees to it, where a list is several people's. */
  par?: string | undefined;
  maintenant: Date;
}

/** Who, what, by when, why, and what sees to it. */
export const LigneAFaire: FC<Props> = ({ chose, par, prevus, maintenant }) => {
  const qui = nomDe(chose);
  const tous = gestes(chose, maintenant);
  const pris = tous.flatMap(({ entretien = '' }) => prevus.get(cleDEntretien(chose.numero, entretien)) ?? [])[0];
  const base = `/dossiers/${chose.numero}`;
  return (
    <li>
      <a href={base}>{qui}</a> <small class="discret">{chose.numero}</small>
      {chose.le === null ? null : (
        <span class="quand">
          {' '}
          <span class="date">{enChiffres(chose.le)}</span>,{' '}
          {joursRestants(joursEntre(jourChez(chose.residence, maintenant), chose.le))}
          {chose.sorte === 'ECHEANCE' ? reserveDe(chose.aConfirmer) : ''}
        </span>
      )}
      <br />
      {quoi(chose)}
      {pris === undefined ? null : <small class="discret"> Rendez-vous le {enChiffres(pris)}.</small>}
      {par === undefined ? null : <small class="discret"> Suivi par {par}.</small>}
      {chose.sorte === 'TACHE' && chose.reportee && chose.echeance !== null ? (
        <small class="discret"> Reportée ; son échéance est le {enChiffres(chose.echeance)}.</small>
      ) : null}
      {chose.sorte === 'ECHEANCE' ? (
        <small class="discret">
          {' '}
          {chose.pourquoi} ({regleDite(chose.regle)})
        </small>
      ) : null}
      <div class="actions">
        {tous.map(({ libelle, chemin, usage, entretien }) =>
          entretien !== undefined && pris !== undefined ? null : (
            <Pour usage={usage}>
              <a href={`${base}${chemin}`} aria-label={`${libelle} : ${qui}`}>
                {libelle}
              </a>
            </Pour>
          ),
        )}
        {chose.sorte === 'TACHE' ? (
          <>
            <Pour usage="reporter-tache">
              <a
                href={adresseTache(chose.numero, chose.cle, 'semaine')}
                aria-label={`Reporter, confier… : ${abrege(chose.libelle)} ${qui}`}
              >
                Reporter, confier…
              </a>
            </Pour>
            <CloreTache
              numero={chose.numero}
              tache={chose}
              laquelle={`${abrege(chose.libelle)} ${qui}`}
              retour="semaine"
            />
          </>
        ) : null}
      </div>
    </li>
  );
};

/** Enough to tell a task from its neighbour, for who hears the page; the line says the whole. */
const ABREGE = 60;
const abrege = (libelle: string): string =>
  libelle.length <= ABREGE ? libelle : `${libelle.slice(0, libelle.lastIndexOf(' ', ABREGE))}…`;

function quoi(chose: ChoseAFaire): string {
  switch (chose.sorte) {
    case 'TACHE':
      return chose.libelle;
    case 'ECHEANCE':
      return `${chose.libelle}.`;
    case 'RENDEZ_VOUS': {
      const { heure } = momentCivil(
        chose.debut,
        zoneRendezVous(chose.mode, chose.residence, { residence: chose.agence ?? undefined }),
      );
      return `${libellesSorte[chose.type]} à ${heureEnClair(heure)}.`;
    }
  }
}

function gestes(chose: ChoseAFaire, maintenant: Date): Geste[] {
  switch (chose.sorte) {
    case 'TACHE':
      return gestesDeTache(chose);
    case 'ECHEANCE':
      return gestesDEcheance(chose.cle);
    case 'RENDEZ_VOUS':
      return gestesDeRendezVous(chose.cle, chose.debut <= maintenant.toISOString());
  }
}
