import type { FC } from 'hono/jsx';
import { type DateCivile, enChiffres, enToutesLettres } from '../../../domain/calendrier/dates';
import type { Referent } from '../../../domain/dossier/personnes';
import { type Moment, moments } from '../../../domain/flotte/semaine';
import {
  type AbsenceInscrite,
  type ChoseAFaire,
  type CourrierEnPeine,
  courriersEnPeine,
  type Semaine,
} from '../../../registre';
import { compte } from '../../affichage/libelles';
import { Avis, Page } from '../commun/gabarit';
import { adresseListe, type DemandeListe, Filtres, filtree, libellesCourrier } from '../liste/filtres';
import { type SuiteTache, suitesTache } from '../tache/suites';
import { LigneAFaire, libellesMoment, nomDuReferent } from './ligne';

/** A week with what the page counts beside it. */
interface SemaineVue extends Semaine {
  dossiers: number;
  enAlerte: number;
  /** Dossiers of which a letter waits for somebody. */
  courriers: Record<CourrierEnPeine, number>;
  laissees: number;
  /** Day of the appointment that a dossier has already, by `cleDEntretien`. */
  prevus: ReadonlyMap<string, DateCivile>;
}

interface Props {
  demande: DemandeListe;
  referents: Referent[];
  /** Null while no portfolio is chosen among a country's. */
  semaine: SemaineVue | null;
  /** Absences of colleagues whose portfolio the reader sees to today. */
  remplacees: Pick<AbsenceInscrite, 'referent' | 'fin'>[];
  /** What became of the task that led here. */
  suite: SuiteTache | null;
  aujourdhui: DateCivile;
  maintenant: Date;
  boite: boolean;
}

/** Lines of each moment shown at once: what is near has more room. The others are one click away, and on paper with them. */
const MONTREES: Record<Moment, number> = {
  EN_RETARD: 8,
  AUJOURDHUI: 12,
  CETTE_SEMAINE: 8,
  SEMAINE_PROCHAINE: 5,
  PLUS_TARD: 3,
};

/**
 * Lines that this page holds in all, a line being a kilobyte and a half: less than 100 kB, style sheets aside. More than most portfolios ask
 * for; the others of a moment go on page after page.
 */
export const LIGNES_MAX = 60;

/** How many of each moment: those shown at once, then what is left of the page, the nearest moments first. */
export function partDesMoments(totaux: Record<Moment, number>): Record<Moment, number> {
  const parts = Object.fromEntries(moments.map((m) => [m, Math.min(totaux[m], MONTREES[m])])) as Record<Moment, number>;
  let reste = LIGNES_MAX - moments.reduce((n, m) => n + parts[m], 0);
  for (const m of moments) {
    const plus = Math.min(reste, totaux[m] - parts[m]);
    parts[m] += plus;
    reste -= plus;
  }
  return parts;
}

const ancre = (moment: Moment): string => moment.toLowerCase().replaceAll('_', '-');

/** What a counsellor has to do, day by day: hers first, and how much there is before what it is. */
export const PageSemaine: FC<Props> = (p) => {
  const { demande, referents, semaine } = p;
  const referent = referents.find(({ id }) => id === demande.referent);
  return (
    <Page titre="Ma semaine" menu="semaine" boite={p.boite}>
      <h1>Ma semaine</h1>
      <p class="discret">
        {enToutesLettres(p.aujourdhui)}
        {referent ? `, portefeuille de ${referent.prenom} ${referent.nom}` : ', tous les portefeuilles'}
      </p>
      {p.suite ? (
        <Avis genre="fait">
          <p>{suitesTache[p.suite]}</p>
        </Avis>
      ) : null}
      {p.remplacees.map(({ referent: absent, fin }) => (
        <p>
          Vous remplacez {nomDuReferent(referents, absent)} jusqu’au <span class="date">{enChiffres(fin)}</span> inclus
          : <a href={`/?referent=${encodeURIComponent(absent)}`}>sa semaine</a>
        </p>
      ))}
      <Filtres demande={demande} referents={referents} racine="/" />
      {semaine === null ? (
        <Avis>
          <p>Choisissez un référent : sa semaine s’affiche ici, et cette machine s’en souvient.</p>
        </Avis>
      ) : (
        <>
          <Comptes semaine={semaine} demande={demande} />
          <div class="semaine">
            {moments.map((moment) => (
              <Section moment={moment} {...p} semaine={semaine} />
            ))}
          </div>
        </>
      )}
    </Page>
  );
};

const Comptes: FC<{ semaine: NonNullable<Props['semaine']>; demande: DemandeListe }> = ({ semaine, demande }) => {
  const { totaux, dossiers, enAlerte, courriers, laissees } = semaine;
  const rien = moments.every((m) => totaux[m] === 0);
  return (
    <>
      <ul class="comptes">
        {moments.map((m) =>
          totaux[m] === 0 ? null : (
            <li>
              <a href={`#${ancre(m)}`}>
                <strong>{totaux[m].toLocaleString('fr-FR')}</strong> {libellesMoment[m].toLowerCase()}
              </a>
            </li>
          ),
        )}
        {laissees === 0 ? null : (
          <li>
            <a href="/taches/laissees">{laissees.toLocaleString('fr-FR')} à faire depuis trois jours ouvrés</a>
          </li>
        )}
        {enAlerte === 0 ? null : (
          <li>
            <a href={adresseListe({ ...demande, enAlerte: true, page: 1 }, '/dossiers')}>
              {compte(enAlerte, 'dossier')} en alerte
            </a>
          </li>
        )}
        {courriersEnPeine.map((c) =>
          courriers[c] === 0 ? null : (
            <li>
              <a href={adresseListe({ ...demande, courrier: c, page: 1 }, '/dossiers')}>
                {compte(courriers[c], 'dossier')} au courrier {libellesCourrier[c].toLowerCase()}
              </a>
            </li>
          ),
        )}
        <li>
          <a href={adresseListe({ ...demande, page: 1 }, '/dossiers')}>{compte(dossiers, 'dossier')}</a>
        </li>
      </ul>
      {rien ? (
        <Avis>
          <p>{rienDit(dossiers, demande)}</p>
        </Avis>
      ) : null}
    </>
  );
};

/** Nobody found is not nothing to do: a name that was mistyped has to be typed again. */
function rienDit(dossiers: number, demande: DemandeListe): string {
  if (!filtree(demande)) return 'Rien n’est à faire.';
  return dossiers === 0 ? 'Aucun dossier ne répond à cette recherche.' : 'Rien n’est à faire pour ces dossiers.';
}

const Section: FC<Props & { moment: Moment; semaine: SemaineVue }> = ({ moment, semaine, demande, ...p }) => {
  const choses = semaine.choses.filter((c) => c.moment === moment).slice(0, partDesMoments(semaine.totaux)[moment]);
  const suite = choses.slice(MONTREES[moment]);
  const total = semaine.totaux[moment];
  const ailleurs = total - choses.length;
  const libelle = libellesMoment[moment].toLowerCase();
  const liste = (lignes: ChoseAFaire[]) => (
    <ul class="a-faire">
      {lignes.map((chose) => (
        <LigneAFaire
          chose={chose}
          prevus={semaine.prevus}
          par={demande.referent === '' ? nomDuReferent(p.referents, chose.referent) : undefined}
          maintenant={p.maintenant}
        />
      ))}
    </ul>
  );
  if (choses.length === 0) return null;
  return (
    <section aria-labelledby={ancre(moment)}>
      <h2 id={ancre(moment)}>
        {libellesMoment[moment]} <small class="discret">({total.toLocaleString('fr-FR')})</small>
      </h2>
      {liste(choses.slice(0, MONTREES[moment]))}
      {suite.length > 0 ? (
        <details class="suite">
          <summary>
            et {compte(total - MONTREES[moment], 'autre')} : {libelle}
          </summary>
          {liste(suite)}
        </details>
      ) : null}
      {ailleurs > 0 ? (
        <p>
          <a href={adresseListe({ ...demande, quand: moment, page: 1 }, '/taches')}>
            Cette page s’arrête là : {compte(ailleurs, 'autre')}, {libelle}, sur leur propre page
          </a>
        </p>
      ) : null}
    </section>
  );
};
