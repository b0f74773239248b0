import type { FC } from 'hono/jsx';
import { enChiffres, joursEntre } from '../../../domain/calendrier/dates';
import { jourChez } from '../../../domain/calendrier/fuseaux';
import { regleDite } from '../../../domain/droit/regle-dite';
import type { Moment } from '../../../domain/flotte/semaine';
import { heureEnClair, momentCivil, zoneRendezVous } from '../../../domain/rendez-vous/heure';
import { libellesSorte } from '../../../domain/rendez-vous/sortes';
import type { ChoseAFaire } from '../../../registre';
import { type Geste, gestesDEcheance, gestesDeRendezVous, gestesDeTache } from '../../affichage/gestes';
import { joursRestants } from '../../affichage/libelles';
import { CloreTache } from '../commun/clore-tache';
import { nomDe } from '../liste/page';
import { adresseTache } from '../tache/suites';

export const libellesMoment: Record<Moment, string> = {
  EN_RETARD: 'En retard',
  AUJOURDHUI: 'Aujourd’hui',
  CETTE_SEMAINE: 'Cette semaine',
  SEMAINE_PROCHAINE: 'La semaine prochaine',
  PLUS_TARD: 'Plus tard',
};

interface Props {
  chose: ChoseAFaire;
  /** Who sees to it, where a list is several people's. */
  par?: string | undefined;
  maintenant: Date;
}

/** Who, what, by when, why, and what sees to it. */
export const LigneAFaire: FC<Props> = ({ chose, par, maintenant }) => {
  const qui = nomDe(chose);
  const base = `/dossiers/${chose.numero}`;
  return (
    <li>
      <a href={base}>{qui}</a> <small class="discret">{chose.numero}</small>
      {chose.le === null ? null : (
        <span class="quand">
          {' '}
          <span class="date">{enChiffres(chose.le)}</span>,{' '}
          {joursRestants(joursEntre(jourChez(chose.residence, maintenant), chose.le))}
        </span>
      )}
      <br />
      {quoi(chose)}
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
        {gestes(chose, maintenant).map(({ libelle, chemin }) => (
          <a href={`${base}${chemin}`} aria-label={`${libelle} : ${qui}`}>
            {libelle}
          </a>
        ))}
        {chose.sorte === 'TACHE' ? (
          <>
            <a
              href={adresseTache(chose.numero, chose.cle, 'semaine')}
              aria-label={`Reporter, confier… : ${chose.libelle} ${qui}`}
            >
              Reporter, confier…
            </a>
            <CloreTache numero={chose.numero} tache={chose} laquelle={`${chose.libelle} ${qui}`} retour="semaine" />
          </>
        ) : null}
      </div>
    </li>
  );
};

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
