import { enChiffres } from '../calendrier/dates';
import { libellesEtats } from '../dossier/etats';
import { phrase } from '../faits/erreurs';
import type { Issue } from '../faits/journal';
import type { Echeance, Situation } from './situation';

const libellesStatuts: Record<Echeance['statut'], string> = {
  A_VENIR: 'à venir',
  FAITE: 'faite',
  PASSEE: 'passée',
  REPRISE: 'avant la reprise',
};

function ligne(e: Echeance): string {
  const statut = e.faiteLe ? `fait le ${enChiffres(e.faiteLe)}` : libellesStatuts[e.statut];
  return `| ${e.libelle} | ${enChiffres(e.date)} | ${e.regle} | ${statut} |`;
}

/**
 * The Markdown page that the Temporal UI shows of a journey: where it stands, what it waits for, past and next échéances. A
 * number and dates only: nobody is named and no cause of absence is given.
 * @param refuses outcomes of the messages that were refused since the journey began
 */
export function details(situation: Situation, attend: string | null, refuses: readonly Pick<Issue, 'code'>[]): string {
  const partis = situation.courriers.filter((c) => c.statut === 'PARTI').length;
  const attente = situation.courriers.filter((c) => c.statut === 'A_REPRENDRE').length;
  return [
    `## Dossier ${situation.numero} : ${libellesEtats[situation.etat]}`,
    '',
    attend === null ? "N'attend plus rien." : `Attend : **${attend}**`,
    '',
    '| Échéance | Date | Règle | |',
    '|---|---|---|---|',
    ...situation.echeances.map(ligne),
    '',
    `Courriers partis : ${partis}${attente > 0 ? ` · en attente d'un nouvel essai : ${attente}` : ''}`,
    ...(situation.alertes.length > 0 ? ['', `Alertes : ${situation.alertes.join(', ')}`] : []),
    ...messagesRefuses(refuses),
  ].join('\n');
}

/** Refused messages by reason. What a code names (`CODE:x`) was typed by its sender, and is left out: it could be anyone's name. */
function messagesRefuses(refuses: readonly Pick<Issue, 'code'>[]): string[] {
  const raisons = new Map<string, number>();
  for (const { code } of refuses) {
    const dite = code!.includes(':') ? code!.replace(/:.*/s, '') : `${phrase(code!)} (${code})`;
    raisons.set(dite, (raisons.get(dite) ?? 0) + 1);
  }
  if (raisons.size === 0) return [];
  const lignes = [...raisons].map(([dite, fois]) => `- ${dite}${fois > 1 ? ` × ${fois}` : ''}`);
  return ['', `Messages refusés : ${refuses.length}`, '', ...lignes];
}
