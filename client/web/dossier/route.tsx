import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { lireDate } from '../../../domain/calendrier/dates';
import type { ActeJournal } from '../../../domain/faits/actes';
import { courriersDuDossier, type DossierInscrit, lireContenu, listerTaches } from '../../../registre';
import { dejaRecu } from '../../usages/agir-sur-un-dossier';
import { terminerUneTache } from '../../usages/terminer-tache';
import { telecharger } from '../boite/route';
import { agirOuRedire } from '../commun/agir-ou-redire';
import { aUnBrouillon, brouillonDemande } from '../commun/brouillon-demande';
import { lireFormulaire, parLaPorte } from '../commun/recevoir';
import { trouverDossier } from '../commun/trouver-dossier';
import type { DependancesWeb } from '../dependances';
import { auteurDe } from '../porte/compte-courant';
import { routesTache } from '../tache/route';
import { retourDeTache, suiteTacheDe } from '../tache/suites';
import { montrerDossier } from './montrer';
import { lireRefusee } from './refusee';
import type { SuiteRdv } from './rendez-vous';
import { suitesRendezVous } from './rendez-vous';
import type { Suite } from './suite';

/** `/dossiers/:numero`: the dossier, the letters exactly as they left, its tasks. */
export function routesDossier(deps: DependancesWeb): Hono {
  const routes = new Hono();

  routes.get('/dossiers/:numero', async (c) => {
    const trouve = await trouverDossier(deps, c);
    if (aUnBrouillon(c)) {
      const refusee = lireRefusee(brouillonDemande(deps, c, trouve.vue.numero));
      return c.html(await montrerDossier(deps, trouve, { refusee }), 400);
    }
    const suite = suiteDe(trouve.inscrit, c.req.query());
    return c.html(await montrerDossier(deps, trouve, { suite, suiteRdv: suiteRdvDe(c.req.query('rdv')) }));
  });

  routes.get('/dossiers/:numero/contenus/:sha{[0-9a-f]{64}}', async (c) => {
    const { inscrit } = await trouverDossier(deps, c);
    const sha = c.req.param('sha');
    const envois = (await courriersDuDossier(deps.registre, inscrit.numero)).flatMap((l) => l.envois);
    const envoi = envois.find((e) => [e.pdfSha256, e.texteSha256, e.htmlSha256, e.icsSha256].includes(sha));
    const contenu = envoi ? await lireContenu(deps.registre, sha) : null;
    if (!envoi || contenu === null)
      throw new HTTPException(404, { message: 'Ce contenu n’est pas celui d’un courrier de ce dossier.' });
    if (contenu.type === 'text/html') {
      c.header('Content-Security-Policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:");
      return c.html(contenu.octets.toString('utf8'));
    }
    const nom = contenu.type === 'text/calendar' ? 'agenda.ics' : (envoi.nomPdf ?? 'courrier');
    return telecharger(contenu.octets, contenu.type, nom);
  });

  routes.post('/dossiers/:numero/taches', async (c) => {
    const { inscrit } = await trouverDossier(deps, c);
    const saisie = await lireFormulaire(c);
    const { cle = '', retour } = parLaPorte({ cle: saisie.cle ?? '', retour: saisie.retour ?? '' });
    const taches = await listerTaches(deps.registre, { numero: inscrit.numero });
    if (!taches.some((t) => t.cle === cle))
      throw new HTTPException(404, { message: 'Cette tâche n’est pas de ce dossier.' });
    const { numero } = inscrit;
    const adresses = {
      formulaire: `/dossiers/${numero}#taches`,
      suite: retourDeTache(numero, retour, 'faite'),
    };
    const faite = { cle, numero, auteur: auteurDe(c), motif: saisie.motif };
    return agirOuRedire(deps, c, { numero, saisie }, adresses, () =>
      terminerUneTache(deps.registre, faite, deps.maintenant()),
    );
  });
  routes.route('/', routesTache(deps));
  return routes;
}

const suiteRdvDe = (rdv: string | undefined): SuiteRdv | null =>
  rdv !== undefined && Object.hasOwn(suitesRendezVous, rdv) ? (rdv as SuiteRdv) : null;

/** What a page says of an act that always counts; a fact may be set aside. */
const SUITES_ACTES = {
  consigner: null,
  corriger: null,
  annuler: 'ANNULE',
  rectifierDossier: 'RECTIFIE',
  adopterReglement: 'ADOPTE',
  confirmer: 'CONFIRME',
  confirmerSilence: 'SILENCE',
  fermerParErreur: 'FERME',
} as const satisfies Record<ActeJournal, Suite['genre'] | null>;

/** What became of the act that led here: the register knows it as soon as the journey has written. */
function suiteDe(inscrit: DossierInscrit, { acte, fin, tache, courrier }: Record<string, string>): Suite | null {
  const suiteTache = suiteTacheDe(tache);
  if (suiteTache !== null) return { genre: 'TACHE', suite: suiteTache };
  if (courrier === 'retenu') return { genre: 'COURRIER_RETENU' };
  if (courrier === 'libere') return { genre: 'COURRIER_LIBERE' };
  if (acte === undefined) return null;
  const issue = dejaRecu(inscrit, acte);
  if (issue === undefined) {
    const demande = new URLSearchParams({ acte, ...(fin === undefined ? {} : { fin }) });
    return { genre: 'EN_COURS', adresse: `/dossiers/${inscrit.numero}?${demande}` };
  }
  const entree = inscrit.journal.find((e) => e.id === acte);
  const suite = entree && SUITES_ACTES[entree.acte];
  if (suite) return { genre: suite };
  if (issue.statut === 'A_CONFIRMER') return { genre: 'A_CONFIRMER' };
  return { genre: issue.statut === 'REFUSE' ? 'REFUSE' : 'FAIT', issue, finAvant: lireDate(fin) };
}
