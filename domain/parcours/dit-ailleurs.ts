import { ajouterJours, dateCivile, FIN_DES_TEMPS } from '../calendrier/dates';
import { dateLocale, fuseau } from '../calendrier/fuseaux';
import { entreeCatalogue, finParContrat, primeDuCourrier } from '../catalogue/catalogue';
import { cleCourrier } from '../catalogue/cle-courrier';
import type { CourrierPrevu } from '../catalogue/courrier-prevu';
import { apres } from '../catalogue/entree';
import { estDitLeJourMeme, type QuestionJourMeme } from './dit-le-jour-meme';
import type { MemoireCourrier } from './parcours';
import { estSue } from './portees';
import { arrive, attend } from './vie-courrier';

/** One fact, one letter: what it would say is a part of another that leaves, or left, for the same reader. */
export function estDitAilleurs(voulu: CourrierPrevu, question: QuestionJourMeme): boolean {
  if (estDitParSonRendezVous(voulu, question) || estDitLeJourMeme(voulu, question)) return true;
  switch (voulu.code) {
    case 'C09_CONVOCATION_BILAN':
      return estDitParLaFin(voulu, question) || estDitParLaCessation(question);
    case 'C11_PRIME':
      return estDitParLaFin(voulu, question) || estDitParLaRupture(voulu, question);
    case 'C12_RAPPEL_PRIME':
      return estDitParLaRupture(voulu, question);
    case 'C18_FORMATION_POURSUITE':
      return estDitParC13(voulu, question);
    case 'PROLONGATION':
      return voulu.destinataire === 'BENEFICIAIRE' && estDitParSaPorteuse(voulu, question);
    default:
      return false;
  }
}

/** Days during which the letter of an appointment is fresh in mind: another that says the same does not leave. */
const ANNONCE_FRAICHE_JOURS = 7;

/** The appointment that it asks for was just fixed: its own letter announces it, with the invitation. */
function estDitParSonRendezVous(
  { code, date }: CourrierPrevu,
  { residence, entretiensFixes }: QuestionJourMeme,
): boolean {
  const fixeLe = entretiensFixes.get(code);
  return (
    fixeLe !== undefined &&
    dateLocale(new Date(fixeLe), fuseau(residence)) >= ajouterJours(date, -ANNONCE_FRAICHE_JOURS)
  );
}

/** The letter on the end by a job or a company says its bilan, and the prime of that job; gone, it said that prime, whatever became of the job. */
function estDitParLaFin(
  { code, base }: CourrierPrevu,
  { etat, voulus, resultat, estRepris }: QuestionJourMeme,
): boolean {
  const part = code === 'C09_CONVOCATION_BILAN' || base === apres(resultat.dateFinCsp, 1);
  if (part && voulus.some((v) => v.code === 'FIN_POUR_EMPLOI' && !estRepris(v))) return true;
  return code === 'C11_PRIME' && Object.values(etat.courriers).some((memoire) => aDitLaPrime(memoire, base));
}

const aDitLaPrime = (memoire: MemoireCourrier, embauche: string): boolean =>
  memoire.code === 'FIN_POUR_EMPLOI' && apres(dateCivile(memoire.base), 1) === embauche && arrive(memoire);

/** The letter on the return from a broken trial says what becomes of the prime of that job: nobody reads of a hire that is over. @see R17 */
function estDitParLaRupture({ code, base }: CourrierPrevu, { voulus, resultat, estRepris }: QuestionJourMeme): boolean {
  const contrat = primeDuCourrier(resultat, code === 'C11_PRIME' ? code : 'C12_RAPPEL_PRIME', base)?.contratId;
  const retour = resultat.reintegrations?.find(({ contratId }) => contratId === contrat);
  return voulus.some((v) => v.code === 'REINTEGRATION' && v.base === retour?.date && !estRepris(v));
}

/** The letter on an end that a contract brought by itself says the bilan, or said it: nobody learns of that end from a convocation. */
function estDitParLaCessation({ etat, voulus, resultat, jour, estRepris }: QuestionJourMeme): boolean {
  const fin = finParContrat(resultat) && voulus.find((v) => v.code === 'C14_CESSATION_INSCRIPTION');
  if (!fin || estRepris(fin)) return false;
  const memoire = etat.courriers[cleCourrier(etat.numero, fin)];
  if (memoire !== undefined && (arrive(memoire) || !attend(memoire))) return arrive(memoire);
  return jour <= (entreeCatalogue(fin.code).utileJusquau(resultat, fin) ?? FIN_DES_TEMPS);
}

/** The letter that carries it says the new end, or said it; one seen to under former rules does not leave, and says nothing. */
function estDitParSaPorteuse(voulu: CourrierPrevu, { etat, voulus, portees, estRepris }: QuestionJourMeme): boolean {
  const porteuse = portees.get(cleCourrier(etat.numero, voulu))?.porteuse;
  const part = voulus.some((v) => cleCourrier(etat.numero, v) === porteuse && !estRepris(v));
  return part || estSue(etat.courriers, voulu.base);
}

/** The letter on the end says what a training that goes on asks for, or said it. */
function estDitParC13({ base }: CourrierPrevu, { etat, voulus, resultat, jour, estRepris }: QuestionJourMeme): boolean {
  const fin = voulus.find((v) => v.code === 'C13_FIN_CSP' && v.base === base);
  if (fin === undefined || estRepris(fin)) return false;
  const memoire = etat.courriers[cleCourrier(etat.numero, fin)];
  if (memoire !== undefined && (arrive(memoire) || !attend(memoire))) return arrive(memoire) && aDit(memoire);
  return jour <= (resultat.dateFinCsp ?? jour);
}

const aDit = ({ dit = '' }: MemoireCourrier): boolean => dit !== '';
