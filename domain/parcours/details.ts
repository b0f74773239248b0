import { comparer, type DateCivile, enChiffres } from '../calendrier/dates';
import { titreCourrier, versDestinataire } from '../catalogue/titres';
import { libellesEtats } from '../dossier/etats';
import { regleDite } from '../droit/regle-dite';
import { phrase, phrasesParametrees } from '../faits/erreurs';
import type { Issue } from '../faits/journal';
import { faiteDite } from './faite-dite';
import { reserveDite } from './reserve-dite';
import type { Echeance, Situation } from './situation';

const libellesStatuts: Record<Echeance['statut'], string> = {
  A_VENIR: 'à venir',
  FAITE: 'faite',
  PASSEE: 'passée',
  REPRISE: 'avant la reprise',
};

function ligne(e: Echeance, jour: DateCivile): string {
  const statut = e.faiteLe ? faiteDite(e.faiteLe, jour) : libellesStatuts[e.statut];
  return `| ${e.libelle} | ${enChiffres(e.date)}${reserveDite(e)} | ${regleDite(e.regle)} | ${statut} |`;
}

/** True whenever it is read: nobody is woken as each month closes. */
function actualisation({ actualisations = [], motifFin }: Situation['resultat']): string[] {
  const derniere = actualisations.at(-1);
  if (derniere === undefined || motifFin === 'DECES') return [];
  const quand = `du 28 (26 en février) au 15 du mois suivant, jusqu’au ${enChiffres(derniere.cloture)}`;
  return [`| Actualisation mensuelle | ${quand} | ${regleDite('R20')} | chaque mois |`];
}

/**
 * The Markdown page that the Temporal UI shows of a journey: where it stands, what it waits for, past and next échéances, what left. A
 * number and dates only: nobody is named and no cause of absence is given.
 * @param refuses outcomes of the messages that were refused since the journey began
 */
export function details(situation: Situation, attend: string | null, refuses: readonly MessageRefuse[]): string {
  const attente = situation.courriers.filter((c) => c.statut === 'A_REPRENDRE').length;
  return [
    `## Dossier ${situation.numero} : ${libellesEtats[situation.etat]}`,
    '',
    attend === null ? "N'attend plus rien." : `Attend : **${attend}**`,
    '',
    '| Échéance | Date | Règle | Où elle en est |',
    '|---|---|---|---|',
    ...situation.echeances.map((e) => ligne(e, situation.observeLe)),
    ...actualisation(situation.resultat),
    '',
    ...courriersPartis(situation.courriers),
    ...(attente > 0 ? ['', `Courriers en attente d'un nouvel essai : ${attente}`] : []),
    ...(situation.alertes.length > 0 ? ['', 'Alertes :', '', ...situation.alertes.map((a) => `- ${phrase(a)}`)] : []),
    ...messagesRefuses(refuses),
  ].join('\n');
}

/** The history keeps this page at each pass: the last letters that left are named, the others are counted. */
const PARTIS_NOMMES = 10;

function courriersPartis(courriers: Situation['courriers']): string[] {
  const partis = courriers
    .filter(({ statut }) => statut === 'PARTI' || statut === 'RECTIFIE')
    .sort((a, b) => comparer(b.le!, a.le!) || comparer(a.cle, b.cle));
  if (partis.length === 0) return ['Aucun courrier n’est parti.'];
  const lignes = partis.slice(0, PARTIS_NOMMES).map(({ code, destinataire, date, statut }) => {
    const faux = statut === 'RECTIFIE' ? ', rectifié depuis' : '';
    return `- ${titreCourrier(code)}, ${versDestinataire[destinataire]}, prévu le ${enChiffres(date)}${faux}`;
  });
  const autres = partis.length - lignes.length;
  const suite = autres > 0 ? [`- et ${autres} plus anciens, que la page du dossier dit tous`] : [];
  return [`Courriers partis : ${partis.length}`, '', ...lignes, ...suite];
}

function direSansLeNom(code: string): string {
  const [racine, nomme] = code.split(':');
  if (nomme === undefined) return phrase(code);
  return Object.hasOwn(phrasesParametrees, racine!) ? phrase(`${racine}:…`) : 'Un message est mal formé.';
}

type MessageRefuse = Pick<Issue, 'code' | 'memes'>;

/** Refused messages by reason, in words. What a code names (`CODE:x`) was typed by its sender, and is left out: it could be anyone's name. */
function messagesRefuses(refuses: readonly MessageRefuse[]): string[] {
  const raisons = new Map<string, number>();
  for (const { code, memes } of refuses) {
    const dite = direSansLeNom(code!);
    raisons.set(dite, (raisons.get(dite) ?? 0) + (memes?.nombre ?? 1));
  }
  if (raisons.size === 0) return [];
  const lignes = [...raisons].map(([dite, fois]) => `- ${dite}${fois > 1 ? ` × ${fois}` : ''}`);
  const total = [...raisons.values()].reduce((somme, fois) => somme + fois, 0);
  return ['', `Messages refusés : ${total}`, '', ...lignes];
}
