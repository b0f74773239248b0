import { ajouterJours, type DateCivile } from '../../domain/calendrier/dates';
import type { Periode } from '../../domain/calendrier/intervalles';
import { ouvrePrecedentOuEgal } from '../../domain/calendrier/jours-ouvres';
import type { Contenu } from '../contenu';
import { appeler, type ContexteCourrier, jourLegal } from '../contexte';
import { bilanAuTerme } from '../doutes';
import { entretienFixe, entretienFixeSms, prendreDate } from '../entretien-prevu';
import { type Texte, t } from '../texte';
import { utilitePointEtape } from './c08-point-etape';
import { utiliteBilan } from './c09-bilan';

interface Entretien {
  sorte: 'POINT_ETAPE' | 'BILAN';
  titre: string;
  nom: string;
  fenetre: Periode;
  utilite: Texte;
}

/** The interviews that may be to come, in their order (R13, R22). */
function entretiens(c: ContexteCourrier): Entretien[] {
  const { pointEtape } = c.resultat;
  const bilan = bilanAuTerme(c);
  const pointEtapeAVenir = pointEtape && pointEtape.fin >= c.jour ? pointEtape : null;
  const bilanAVenir = bilan && bilan.fin >= c.jour ? bilan : null;
  return [
    ...(pointEtapeAVenir
      ? [
          {
            sorte: 'POINT_ETAPE' as const,
            titre: 'Votre point d’étape',
            nom: 'point d’étape',
            fenetre: pointEtapeAVenir,
            utilite: utilitePointEtape(c),
          },
        ]
      : []),
    ...(bilanAVenir
      ? [
          {
            sorte: 'BILAN' as const,
            titre: 'Votre entretien de bilan',
            nom: 'entretien de bilan',
            fenetre: bilanAVenir,
            utilite: utiliteBilan(c),
          },
        ]
      : []),
  ];
}

/** Of the appointment that is made: how it is said, and until when the law wants it; null without one. */
function prevu(c: ContexteCourrier): { nom: string; phrase: Texte; limite: DateCivile | null } | null {
  const { echeancePreBilan, echeancePsp, pointEtape } = c.resultat;
  const obligatoire = (nom: string, limite: DateCivile | null | undefined) => ({
    ...{ nom, limite: limite ?? null },
    phrase: t`Votre prochain rendez-vous obligatoire : ${nom}.`,
  });
  switch (c.rendezVous?.sorte) {
    case 'PRE_BILAN':
      return obligatoire('entretien de pré-bilan', echeancePreBilan);
    case 'PSP':
      return obligatoire(`entretien du plan d’action (${c.v.plan.sigle})`, echeancePsp);
    case 'POINT_ETAPE':
      return obligatoire('point d’étape', pointEtape?.fin);
    case 'BILAN':
      return obligatoire('entretien de bilan', bilanAuTerme(c)?.fin);
    case 'SUIVI':
      return {
        ...{ nom: 'rendez-vous de suivi', limite: null },
        phrase: t`Votre prochain rendez-vous est un rendez-vous de suivi.`,
      };
    default:
      return null;
  }
}

/**
 * Its appointment is made, or the day on which its own letter asks for it has come: that letter leaves the word to the one on the return,
 * which asks for it beside an appointment made for something else.
 */
function estDemande(c: ContexteCourrier, { sorte, fenetre }: Entretien): boolean {
  if (c.rendezVous?.sorte === sorte) return true;
  const convocation = ajouterJours(fenetre.debut, -c.p.convocationJoursAvant);
  return c.jour >= ouvrePrecedentOuEgal(convocation, c.dossier.residence);
}

/** To be asked for beside the appointment that is made, which is for something else. */
const restantAFixer = (c: ContexteCourrier, demandes: readonly Entretien[]): Entretien | undefined =>
  demandes.find(({ sorte }) => sorte !== c.rendezVous?.sorte);

/** What the letter on a return says of the interview to come: its appointment when it is made, what it is for when it is to be asked for. */
export function entretienDuRetour(
  c: ContexteCourrier,
): Pick<Contenu, 'accroche' | 'dates' | 'sections'> & { aFaire: Texte[] } {
  const demandes = entretiens(c).filter((entretien) => estDemande(c, entretien));
  const annonce = prevu(c);
  const fixe = annonce && entretienFixe(c, annonce.limite);
  const aFixer = restantAFixer(c, demandes);
  return {
    accroche: annonce && fixe ? [annonce.phrase, ...fixe.accroche] : [],
    aFaire: fixe
      ? [prendreDate(c), ...(aFixer ? [t`Pour fixer votre ${aFixer.nom}, ${appeler(c)}.`] : [])]
      : [t`Pour fixer votre prochain rendez-vous, ${appeler(c)}.`],
    dates: fixe?.dates ?? [],
    sections: demandes.map(({ titre, utilite, sorte }) => ({
      titre,
      paragraphes: [
        fixe && sorte !== c.rendezVous?.sorte
          ? t`C'est un rendez-vous obligatoire, s'il n'a pas encore eu lieu. ${utilite}`
          : t`C'est votre prochain rendez-vous obligatoire, s'il n'a pas encore eu lieu. ${utilite}`,
        t`Avant de venir, relisez votre plan d'action (${c.v.plan.sigle}) : ce qui est fait, ce qui reste à faire, ce qui bloque.`,
      ],
    })),
  };
}

/** The same in a text message. */
export function entretienDuRetourSms(c: ContexteCourrier, court: boolean): Texte {
  const annonce = prevu(c);
  const fixe = annonce && entretienFixeSms(c, court);
  const demandes = entretiens(c).filter((entretien) => estDemande(c, entretien));
  if (annonce && fixe) {
    const aFixer = restantAFixer(c, demandes);
    return t`Votre ${annonce.nom} : ${fixe}${aFixer ? t` Appelez aussi pour fixer votre ${aFixer.nom}.` : []}`;
  }
  const [premier] = demandes;
  return premier === undefined
    ? t`Appelez pour fixer votre prochain rendez-vous.`
    : t`Votre ${premier.nom} doit avoir lieu au plus tard le ${jourLegal(c, premier.fenetre.fin)}. Pas encore de date ? Appelez.`;
}
