import { Context } from '@temporalio/activity';
import { messageIdDe } from '../../commun/noms-des-remises';
import { rendrePoint } from '../../courriers/point-du-matin';
import type { DateCivile } from '../../domain/calendrier/dates';
import type { Agence, Referent } from '../../domain/dossier/personnes';
import { type Absence, lecteurDuJour } from '../../domain/flotte/absences';
import { aDire, composer, periodeDuPoint } from '../../domain/flotte/matiere-du-point';
import { clePoint, heureDuPoint } from '../../domain/flotte/point-du-matin';
import { relanceLe } from '../../domain/parcours/tentatives';
import {
  absencesDepuis,
  classerPoint,
  completerPoint,
  dernierPoint,
  faitsDuPoint,
  listerAgences,
  listerReferents,
  pointsDuJour,
  preparerPoint,
} from '../../registre';
import { echecDe } from '../canaux/remise-echouee';
import type { DemandePoints, ReponsePoints } from './demandes';
import type { DepsFlotte } from './deps';

/** Well under the heartbeat's timeout (see workflows/classes.ts), even while a slow server holds a digest. */
const BATTEMENT_MS = 3_000;

type Sort = 'REMIS' | 'SANS_OBJET' | 'EN_ATTENTE';

/** One round of digests; see {@link ActivitesFlotte.remettrePoints}. */
export async function remettrePoints(deps: DepsFlotte, demande: DemandePoints): Promise<ReponsePoints> {
  const maintenant = deps.horloge?.(demande) ?? new Date();
  const contexte = Context.current();
  const battement = setInterval(() => contexte.heartbeat(), BATTEMENT_MS);
  try {
    const agences = await listerAgences(deps.registre);
    const tous = await listerReferents(deps.registre);
    const sorts: Sort[] = [];
    const instants: Date[] = [];
    for (const agence of agences) {
      const { jour, prochain } = heureDuPoint(agence.residence ?? 'metropole', maintenant);
      if (prochain) instants.push(prochain);
      if (jour === null) continue;
      const faits = new Map((await pointsDuJour(deps.registre, jour)).map((p) => [p.referent, p.statut]));
      const absences = await absencesDepuis(deps.registre, jour);
      for (const referent of tous.filter((r) => r.agence === agence.id)) {
        const statut = faits.get(referent.id);
        if (statut === 'PARTI') sorts.push('REMIS');
        else if (statut === 'SANS_OBJET') sorts.push('SANS_OBJET');
        else sorts.push(await remettrePoint(deps, { agence, referent, jour, absences, tous }, maintenant));
      }
    }
    const compter = (sort: Sort) => sorts.filter((s) => s === sort).length;
    const bilan = { remis: compter('REMIS'), sansObjet: compter('SANS_OBJET'), enAttente: compter('EN_ATTENTE') };
    return { prochain: prochaineRonde(instants, bilan.enAttente, demande.passes, maintenant), bilan };
  } finally {
    clearInterval(battement);
  }
}

function prochaineRonde(
  instants: Date[],
  enAttente: number,
  passes: number,
  maintenant: Date,
): ReponsePoints['prochain'] {
  const relance =
    enAttente > 0 ? [{ quand: relanceLe(passes, maintenant), libelle: 'Attend une nouvelle tentative' }] : [];
  const heures = instants.map((quand) => ({ quand, libelle: 'Attend 7 h 30 dans la zone suivante' }));
  const [premier] = [...relance, ...heures].sort((a, b) => a.quand.getTime() - b.quand.getTime());
  return premier ? { ...premier, quand: premier.quand.toISOString() } : null;
}

interface PointVise {
  agence: Agence;
  referent: Referent;
  jour: DateCivile;
  absences: readonly Absence[];
  tous: readonly Referent[];
}

async function remettrePoint(
  deps: DepsFlotte,
  { agence, referent, jour, absences, tous }: PointVise,
  maintenant: Date,
): Promise<Sort> {
  const { registre, postier } = deps;
  const idLecteur = lecteurDuJour(referent.id, jour, absences);
  const lecteur = tous.find((r) => r.id === idLecteur) ?? null;
  const periode = periodeDuPoint(jour, await dernierPoint(registre, referent.id, jour));
  const faits = await faitsDuPoint(registre, referent.id, periode);
  const matiere = composer(faits, periode, agence.residence ?? 'metropole');
  const visee = { referent: referent.id, jour };
  const cle = clePoint(visee);
  if (!aDire(matiere)) {
    await classerPoint(registre, { ...visee, lecteur: idLecteur }, maintenant);
    return 'SANS_OBJET';
  }
  const rendu = rendrePoint({
    jour,
    lecteur: lecteur?.prenom ?? null,
    remplacee: idLecteur === referent.id ? null : `${referent.prenom} ${referent.nom}`,
    matiere,
    url: deps.url,
  });
  const adresse = lecteur?.email ?? agence.email;
  const suite = await preparerPoint(
    registre,
    { ...visee, agence: agence.id, lecteur: idLecteur, adresse, messageId: messageIdDe(cle, deps.domaine), ...rendu },
    maintenant,
  );
  if (suite.suite === 'FAIT') return 'REMIS';
  if (suite.suite === 'EN_COURS' || suite.suite === 'RETENU') return 'EN_ATTENTE';
  const { messageId, objet, texte, html } = suite;
  const a = { nom: lecteur ? `${lecteur.prenom} ${lecteur.nom}` : agence.nom, adresse: suite.adresse };
  try {
    const reponse = await postier.remettre({
      messageId,
      a,
      agence,
      objet,
      texte,
      html,
      pdf: null,
      date: maintenant,
      cle,
    });
    await completerPoint(registre, visee, { statut: 'PARTI', reponse }, maintenant);
    return 'REMIS';
  } catch (leve) {
    const { statut, erreur } = echecDe(leve);
    if (statut !== 'INCONNU') await completerPoint(registre, visee, { statut: 'ECHEC', erreur }, maintenant);
    return 'EN_ATTENTE';
  }
}
