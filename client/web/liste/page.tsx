import type { FC } from 'hono/jsx';
import { ajouterJours, type DateCivile, enChiffres, joursEntre } from '../../../domain/calendrier/dates';
import { jourChez } from '../../../domain/calendrier/fuseaux';
import type { Agence, Referent } from '../../../domain/dossier/personnes';
import type { LigneDossier, MoisADeclarer, TriDossiers } from '../../../registre';
import { compte, joursRestants, libelleEtape } from '../../affichage/libelles';
import { reserveDe } from '../../affichage/reserve';
import type { Brouillon } from '../commun/brouillons';
import { type Feuilletee, PageAbsente } from '../commun/feuilleter';
import { Avis, Page, Pastille } from '../commun/gabarit';
import { Refuse } from '../commun/refuse';
import { ChoixReferent, LISTE, nomCoche, TOUTE } from '../confier/choix';
import { lecteurPeut, Pour } from '../porte/pour';
import { adresseListe, type DemandeListe, Filtres, filtree, Pages, referentsProposes } from './filtres';

export interface DonneesListe {
  demande: DemandeListe;
  feuille: Feuilletee<{ lignes: LigneDossier[]; total: number }>;
  /** Day of the next appointment, by dossier. */
  rendezVous: ReadonlyMap<string, DateCivile>;
  /** The month that the person declares now or next, by dossier. */
  actualisations: ReadonlyMap<string, MoisADeclarer>;
  parPage: number;
  referents: Referent[];
  /** Those of the reader's agency, whose dossiers these are. */
  collegues: Referent[];
  agences: Pick<Agence, 'id' | 'nom'>[];
  /** How many dossiers the act that led here gave, and to whom; null when none did. */
  confies: { nombre: number; a: string } | null;
  /** What was asked of the ticked dossiers and refused. */
  refusee: Pick<Brouillon, 'saisie' | 'refus'> | null;
  aujourdhui: DateCivile;
  maintenant: Date;
  boite: boolean;
}

const SEMAINE = 7;

const ORDRES: Record<TriDossiers, string> = {
  ECHEANCE: 'L’échéance la plus proche vient en premier.',
  NOM: 'Par nom.',
  TERME: 'Le dernier jour du CSP le plus proche vient en premier.',
};

/** The dossiers that are looked for, the nearest échéance first. */
export const PageListe: FC<DonneesListe> = (d) => {
  const { lignes, total } = d.feuille;
  const semaine = ajouterJours(d.aujourdhui, SEMAINE);
  const parEcheance = d.demande.tri === 'ECHEANCE';
  const estPressant = (l: LigneDossier) => l.prochaineEcheance !== null && l.prochaineEcheance <= semaine;
  const pressants = parEcheance ? lignes.filter(estPressant) : [];
  const autres = lignes.filter((l) => !pressants.includes(l));
  const tableaux = (
    <>
      <Tableau titre={`D’ici le ${enChiffres(semaine)}`} lignes={pressants} d={d} />
      <Tableau titre={pressants.length > 0 ? 'Plus tard' : 'Dossiers'} lignes={autres} d={d} />
    </>
  );
  return (
    <Page titre="Dossiers" menu="dossiers" boite={d.boite}>
      <h1>Dossiers</h1>
      <p class="discret">
        {compte(total, 'dossier')}. {ORDRES[d.demande.tri]}{' '}
        <Pour usage="exporter-portefeuille">
          <a href={adresseListe({ ...d.demande, page: 1 }, '/dossiers.csv')}>Exporter cette liste (CSV)</a>
        </Pour>
      </p>
      {d.confies === null ? null : (
        <Avis genre="fait">
          <p>
            {compte(d.confies.nombre, 'dossier confié', 'dossiers confiés')} à {d.confies.a}.
          </p>
        </Avis>
      )}
      <PageAbsente {...d.feuille} />
      <Filtres demande={d.demande} referents={d.collegues} racine="/dossiers" />
      {lignes.length === 0 ? (
        <Avis>
          <p>
            {filtree(d.demande)
              ? 'Aucun dossier ne répond à cette recherche.'
              : 'Aucun dossier n’est ouvert pour l’instant.'}
          </p>
        </Avis>
      ) : null}
      {d.refusee ? (
        <Refuse>
          {d.refusee.refus.map(({ phrase }) => (
            <p>{phrase}</p>
          ))}
        </Refuse>
      ) : null}
      {lecteurPeut('confier') ? (
        <form method="post" action="/confier/apercu">
          <input type="hidden" name={LISTE} value={adresseListe(d.demande, '/dossiers')} />
          {tableaux}
          {lignes.length === 0 ? null : (
            <fieldset id="confier" class="barre" aria-label="Confier les dossiers cochés">
              <label>
                <input type="checkbox" name={TOUTE} value="oui" checked={d.refusee?.saisie[TOUTE] !== undefined} />{' '}
                Toute cette liste ({compte(total, 'dossier')})
              </label>
              <ChoixReferent
                libelle="Confier les dossiers cochés à"
                referents={referentsProposes(d.referents, d.collegues)}
                agences={d.agences}
                choisi={d.refusee?.saisie.a}
                refus={d.refusee?.refus}
              />
              <button type="submit">Voir avant de confier</button>
            </fieldset>
          )}
        </form>
      ) : (
        tableaux
      )}
      <Pages demande={d.demande} total={total} parPage={d.parPage} racine="/dossiers" />
    </Page>
  );
};

const Tableau: FC<{ titre: string; lignes: LigneDossier[]; d: DonneesListe }> = ({ titre, lignes, d }) =>
  lignes.length === 0 ? null : (
    <section>
      <h2>{titre}</h2>
      <table class="cartes portefeuille">
        <thead>
          <tr>
            <th scope="col">Bénéficiaire</th>
            <th scope="col">Étape</th>
            <th scope="col">Prochaine échéance</th>
            <th scope="col">Alertes</th>
            <th scope="col">Référent</th>
          </tr>
        </thead>
        <tbody>
          {lignes.map((ligne) => (
            <Rang
              ligne={ligne}
              rendezVous={d.rendezVous.get(ligne.numero) ?? null}
              actualisation={d.actualisations.get(ligne.numero) ?? null}
              cochee={d.refusee?.saisie[nomCoche(ligne.numero)] !== undefined}
              referents={d.referents}
              aujourdhui={jourChez(ligne.residence, d.maintenant)}
              terme={d.demande.tri === 'TERME'}
            />
          ))}
        </tbody>
      </table>
    </section>
  );

/** An appointment after the échéance does not answer it, unless that échéance is past already. */
const annonce = (rendezVous: DateCivile, echeance: DateCivile | null, aujourdhui: DateCivile): boolean =>
  echeance === null || rendezVous <= echeance || echeance < aujourdhui;

/** What the person declares, said when it ends before what someone has to see to. */
const estProche = ({ cloture }: MoisADeclarer, echeance: DateCivile | null): boolean =>
  echeance === null || cloture <= echeance;

interface PropsRang {
  ligne: LigneDossier;
  rendezVous: DateCivile | null;
  actualisation: MoisADeclarer | null;
  referents: Referent[];
  /** Where the person lives. */
  aujourdhui: DateCivile;
  /** Ticked already, in a form that was refused. */
  cochee: boolean;
  /** Whether the list is sorted by the last day of the CSP, which is then shown. */
  terme: boolean;
}

const Rang: FC<PropsRang> = ({ ligne, rendezVous, actualisation, referents, aujourdhui, cochee, terme }) => {
  const referent = referents.find((r) => r.id === ligne.referent);
  return (
    <tr>
      <th scope="row">
        <a href={`/dossiers/${ligne.numero}`}>{nomDe(ligne)}</a>
        {ligne.employeur === null ? null : (
          <>
            <br />
            <small class="discret">{ligne.employeur}</small>
          </>
        )}
        <br />
        {lecteurPeut('confier') ? (
          <label>
            <input type="checkbox" name={nomCoche(ligne.numero)} value="oui" checked={cochee} />{' '}
            <span class="discret">{ligne.numero}</span>
          </label>
        ) : (
          <small class="discret">{ligne.numero}</small>
        )}
      </th>
      <td data-titre="Étape">
        <Pastille genre={ligne.etat === 'SUSPENDU' ? 'attention' : undefined}>{libelleEtape(ligne.etat)}</Pastille>
        {terme && ligne.terme !== null ? (
          <>
            <br />
            <small>
              dernier jour du CSP : {enChiffres(ligne.terme)}
              {reserveDe(ligne.termeAConfirmer)}
            </small>
          </>
        ) : null}
      </td>
      <td data-titre="Prochaine échéance">
        {ligne.prochaineEcheance ? (
          <>
            {ligne.prochaineLibelle}
            <br />
            <small>
              <span class="date">{enChiffres(ligne.prochaineEcheance)}</span>,{' '}
              {joursRestants(joursEntre(aujourdhui, ligne.prochaineEcheance))}
              {reserveDe(ligne.prochaineAConfirmer)}
            </small>
          </>
        ) : (
          <span class="discret">rien n’est attendu</span>
        )}
        {actualisation && estProche(actualisation, ligne.prochaineEcheance) ? (
          <>
            <br />
            <small>
              actualisation du {enChiffres(actualisation.ouverture)} au {enChiffres(actualisation.cloture)}
            </small>
          </>
        ) : null}
        {rendezVous && annonce(rendezVous, ligne.prochaineEcheance, aujourdhui) ? (
          <>
            <br />
            <small>rendez-vous le {enChiffres(rendezVous)}</small>
          </>
        ) : null}
      </td>
      <td data-titre="Alertes">
        {ligne.alertes > 0 ? <Pastille genre="alerte">{compte(ligne.alertes, 'alerte')}</Pastille> : null}
      </td>
      <td data-titre="Référent">{referent ? `${referent.prenom} ${referent.nom}` : ligne.referent}</td>
    </tr>
  );
};

/** The person's name, or what is left of it. */
export const nomDe = (p: { prenom: string | null; nom: string | null }): string =>
  p.nom === null ? 'Identité effacée' : `${p.prenom ?? ''} ${p.nom}`.trim();
