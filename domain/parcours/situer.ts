/**
 * Room `parcours`: a journey on a given day. The law asked of its journal, laid over what has already left: what is due, what is
 * said, when to ask again.
 * @packageDocumentation
 */

import { FIN_DES_TEMPS } from '../calendrier/dates';
import type { Agenda } from './agenda';
import { attributsDe } from './attributs';
import { details } from './details';
import { courriersDus, tachesDues } from './dus';
import { entendre } from './entendre';
import { evaluerUneFois } from './evaluations';
import { comparerIssues } from './issues';
import { vouloir } from './lettres-voulues';
import type { DemandeSituer, ReponseSituer } from './parcours';
import { prochainBulletinLe } from './pieces';
import { seSituer } from './position';
import type { OptionsSituer } from './question';
import { prochainReveil } from './reveils';
import type { Situation } from './situation';
import { versionDomaine } from './version';
import { voirSituation } from './voir-situation';

export type { OptionsSituer } from './question';

/**
 * The one question of the journey, which is five: what is heard, where does it stand, which letters are wanted, what is due, and
 * when must it be asked again? Pure: time is given.
 * @returns the compact answer that the workflow records, and the whole situation for the register
 * @see ARCHITECTURE, "The idea in one paragraph"
 */
export function situer(
  demande: DemandeSituer,
  options: OptionsSituer,
): { reponse: ReponseSituer; situation: Situation } {
  const { etat, maintenant } = demande;
  const question = { demande, options, evaluer: evaluerUneFois(options.loi) };
  const entendu = entendre(question);
  const position = seSituer(question, entendu);
  const lettres = vouloir(question, entendu, position);
  const agenda = courriersDus(question, entendu, position, lettres);
  const { issues, taches } = comparerIssues(etat, entendu.juges, position.faits, position.jour);
  const connues = new Map([...Object.values(etat.issues), ...issues].map((issue) => [issue.id, issue]));
  const refuses = [...connues.values()].filter(({ statut }) => statut === 'REFUSE');

  const situation = voirSituation(etat.numero, position, agenda);
  const aPieces = { journal: entendu.journal, dateReprise: etat.dateReprise, situation };
  const pieceLe = prochainBulletinLe(aPieces, position.jour);
  const prochain = prochainReveil(maintenant, entendu.dossier.residence, { ...position, pieceLe }, agenda);
  const reponse: ReponseSituer = {
    versionDomaine,
    etat: situation.etat,
    entrees: entendu.juges.entrees,
    issues,
    prochain,
    dus: agenda.dus,
    memoires: agenda.memoires,
    taches: tachesDues(question, entendu, position, taches, agenda),
    attributs: attributsDe(situation, position.zone),
    details: details(situation, prochain?.libelle ?? situation.attente, refuses),
    termeAnnonce: lettres.termeAnnonce,
    changements: lettres.changements,
    clos: estClos(situation, agenda),
  };
  return { reponse, situation };
}

/** The listening days are over, and nothing is left to send: what a late fact brings is held for a while first (R28). */
const estClos = ({ etat, observeLe, ecouteJusquau }: Situation, { aVenir }: Agenda): boolean =>
  etat === 'OUVERT_PAR_ERREUR' || (observeLe > (ecouteJusquau ?? FIN_DES_TEMPS) && aVenir.length === 0);
