import type { FC } from 'hono/jsx';
import { ajouterJours, comparer, type DateCivile, enChiffres, joursEntre } from '../../../domain/calendrier/dates';
import type { Parametres } from '../../../domain/dossier/parametres';
import { doutesDuJour } from '../../../domain/droit/doutes-du-parcours';
import type { Explication } from '../../../domain/droit/expliquer';
import { minuscule } from '../../../domain/droit/expliquer/mots';
import { nomCourtCause } from '../../../domain/faits/causes';
import { phrase } from '../../../domain/faits/erreurs';
import type { MoisActualisation } from '../../../domain/flotte/actualisations';
import { reserveDite } from '../../../domain/parcours/reserve-dite';
import type { Situation } from '../../../domain/parcours/situation';
import { compte, joursRestants, libelleCause, libelleEtape } from '../../affichage/libelles';
import { Dit } from '../commun/dit';
import { Avis, Pastille } from '../commun/gabarit';
import { periode } from './echeances';
import { Pourquoi } from './pourquoi';

/** Days ahead at which a suspension is said at the top of the page. */
const SUSPENSION_PROCHE_JOURS = 7;

const ACTUALISATION = 'actualisation mensuelle, que fait la personne';

interface Props {
  situation: Situation;
  aujourdhui: DateCivile;
  parametres: Parametres;
  pourquoi: Explications;
  /** The month that the person declares now or next; null when none is known. */
  actualisation: Pick<MoisActualisation, 'ouverture' | 'cloture'> | null;
}

/** Why the last day of the CSP and that of the reflection are what they are; null for the one that has no meaning. */
export type Explications = Readonly<Record<'dateFinCsp' | 'finReflexion', Explication | null>>;

/** Where the person stands, what comes next, until when. */
export const Position: FC<Props> = ({ situation, aujourdhui, parametres, pourquoi, actualisation }) => {
  const { resultat, prochaine } = situation;
  // What the person declares is hers to do: it comes beside what someone has to see to, the nearest first.
  const dates = [
    ...(prochaine ? [{ ...prochaine, libelle: minuscule(prochaine.libelle) }] : []),
    ...(actualisation ? [{ debut: actualisation.ouverture, date: actualisation.cloture, libelle: ACTUALISATION }] : []),
  ].sort((a, b) => comparer(a.date, b.date));
  const horizon = ajouterJours(aujourdhui, SUSPENSION_PROCHE_JOURS);
  const proches = (resultat.suspensions ?? []).filter(({ debut }) => debut > aujourdhui && debut <= horizon);
  // Without a day of return, it lasts as long as the CSP.
  const retour = (resultat.suspensions ?? []).find(
    ({ debut, fin }) => debut <= aujourdhui && fin >= aujourdhui && fin !== resultat.dateFinCsp,
  );
  const cause = situation.cause && libelleCause(situation.cause, parametres);
  return (
    <>
      <p class="phrase">{situation.enUnePhrase}</p>
      <p>
        <Pastille genre={situation.etat === 'SUSPENDU' ? 'attention' : undefined}>
          {libelleEtape(situation.etat, situation.phase)}
        </Pastille>
        {cause ? ` ${cause}` : ''}
        {situation.etat === 'SUSPENDU' && retour ? `, jusqu’au ${enChiffres(retour.fin)} inclus` : ''}
      </p>
      {proches.map((s) => (
        <p>
          <Pastille genre="attention">Bientôt suspendu</Pastille> du {enChiffres(s.debut)} au {enChiffres(s.fin)},{' '}
          {nomCourtCause(s.cause)}
        </p>
      ))}
      {situation.alertes.length > 0 ? (
        <Avis genre="alerte">
          {situation.alertes.map((code) => (
            <p>
              <Dit code={code} phrase={phrase(code)} />
            </p>
          ))}
        </Avis>
      ) : null}
      <dl class="fiche">
        {dates.length > 0 ? <dt class="discret">Prochaine date</dt> : null}
        {dates.map((suivante) => (
          <dd>
            {periode(suivante)}, {suivante.libelle}{' '}
            <span class="discret">({joursRestants(joursEntre(aujourdhui, suivante.date))})</span>
          </dd>
        ))}
        {resultat.debutCsp ? (
          <Ligne nom="Début du CSP" valeur={`${enChiffres(resultat.debutCsp)}${debutDouteux(situation, aujourdhui)}`} />
        ) : null}
        {resultat.dateFinCsp ? (
          <Ligne
            nom="Dernier jour du CSP"
            valeur={`${enChiffres(resultat.dateFinCsp)}${douteuse(situation, 'FIN_CSP')}`}
            pourquoi={expliquer(situation, 'FIN_CSP', pourquoi.dateFinCsp)}
          />
        ) : null}
        {(resultat.prolongations ?? []).map((p) => (
          <Ligne
            nom="Prolongation"
            valeur={`${compte(p.joursAccordes, 'jour')} sur ${p.plafondJours} au plus, ${nomCourtCause(p.cause)}`}
          />
        ))}
        {!resultat.debutCsp && resultat.finReflexion ? (
          <Ligne
            nom="Fin de la réflexion"
            valeur={`${enChiffres(resultat.finReflexion)}${douteuse(situation, 'FIN_REFLEXION')}`}
            pourquoi={expliquer(situation, 'FIN_REFLEXION', pourquoi.finReflexion)}
          />
        ) : null}
      </dl>
    </>
  );
};

/** The same date as among the échéances, with the same reserve. @see REGLES §9 */
const douteuse = ({ echeances }: Situation, de: string): string =>
  reserveDite(echeances.find(({ cle }) => cle === de) ?? {});

const debutDouteux = ({ doutes = [], resultat }: Situation, jour: DateCivile): string =>
  doutesDuJour(doutes, resultat, jour).some(({ sur }) => sur === 'DEBUT' || sur === 'TOUTES')
    ? reserveDite({ aConfirmer: true })
    : '';

/** The sentence is that of the échéance, which also says the other reading of a doubt. */
const expliquer = ({ echeances }: Situation, cle: string, explication: Explication | null) =>
  explication && { explication, phrase: echeances.find((e) => e.cle === cle)?.pourquoi ?? explication.phrase };

interface PropsLigne {
  nom: string;
  valeur: string;
  pourquoi?: ReturnType<typeof expliquer>;
}

const Ligne: FC<PropsLigne> = ({ nom, valeur, pourquoi = null }) => (
  <>
    <dt class="discret">{nom}</dt>
    <dd>
      {valeur}
      {pourquoi ? <Pourquoi de={minuscule(nom)} {...pourquoi} /> : null}
    </dd>
  </>
);
