import type { CodeCourrier } from '../../domain/catalogue/catalogue';
import type { Contenu } from '../contenu';
import { appeler, type ContexteCourrier, exige, jourCourt, jourLong } from '../contexte';
import { siDouteux } from '../doutes';
import { comparer, relireAujourdhui, uneFois } from '../faux';
import { devenues } from '../lignes-disparues';
import type { Modele } from '../modele';
import { arreterLaProcedure, ligneReponse, type ReponseChangee, reponseChangee } from '../reponse-changee';
import { fort, type Texte, t } from '../texte';

/** The letter of the other answer, which is too late to leave and would have said it itself (R28). */
const remplacants: Partial<Record<CodeCourrier, CodeCourrier>> = {
  C05_REFUS: 'C04_ADHESION',
  C04_ADHESION: 'C05_REFUS',
};

/**
 * What becomes of what the false letter announced: its dates moved, nothing of it holds, or the answer it spoke of is another.
 */
type Sens = 'DATES' | 'SANS_OBJET' | ReponseChangee;

/** The false letter as it was, and what the facts of today put in its place: itself, another letter, or nothing. */
function lire(c: ContexteCourrier) {
  const { donnees, partiLe } = exige(c.rectifie, 'rectifie');
  const code = relireAujourdhui(c, donnees) ? donnees.code : remplacants[donnees.code];
  const suite = code === undefined ? null : relireAujourdhui(c, { ...donnees, code });
  const sens: Sens =
    suite === null || code === undefined ? 'SANS_OBJET' : (reponseChangee(donnees.code, code) ?? 'DATES');
  return { sens, donnees, partiLe, avant: c.relire(donnees), apres: suite?.dates ?? [] };
}

/** What holds on the day of the letter, when nothing takes the place of what it announced. */
function vraiMaintenant(c: ContexteCourrier): Texte {
  const { v, resultat: r } = c;
  const employeur = c.destinataire === 'EMPLOYEUR';
  if (r.debutCsp && r.dateFinCsp)
    return t`${employeur ? `${v.son} ${v.sigle}` : `Votre ${v.sigle}`} va du ${fort(jourLong(r.debutCsp))} au ${fort(jourLong(r.dateFinCsp))}${siDouteux(c, 'TERME')}.`;
  if (r.decision === 'AUTORISATION_REFUSEE') return t`L'autorisation de licencier est refusée : ${v.le} n'a pas lieu.`;
  const attente = t`de la décision de l'inspection du travail, qui n'est pas connue à ce jour`;
  if (r.decision === 'ACCEPTATION')
    return t`${employeur ? t`L'acceptation ${v.du} par ${c.beneficiaire}` : t`Votre acceptation ${v.du}`} est enregistrée : la fin du contrat de travail et le début ${v.du} dépendent ${attente}.`;
  if (r.decision === 'EN_ATTENTE' && !r.finReflexion)
    return t`Aucune réponse à la proposition ${v.du} n'est enregistrée : le dernier jour pour répondre dépend ${attente}.`;
  if (r.decision !== 'EN_ATTENTE' || !r.finReflexion) return t`Aucune adhésion ${v.au} n'est enregistrée.`;
  return employeur
    ? t`Le délai pour répondre à la proposition court jusqu'au ${fort(jourLong(r.finReflexion))} compris.`
    : t`Vous avez jusqu'au ${fort(jourLong(r.finReflexion))} compris pour répondre à la proposition.`;
}

/** It corrects several of the letters that its reader holds. */
const plusieurs = ({ remplace = [] }: ContexteCourrier): boolean => remplace.length > 0;

const nouvelle = (c: ContexteCourrier, sens: Sens): Texte => {
  if (plusieurs(c) && (sens === 'DATES' || sens === 'SANS_OBJET'))
    return t`Ce qui a été enregistré depuis change ce qu'ils annonçaient. Voici ce qui est vrai à la date de cette lettre.`;
  switch (sens) {
    case 'DATES':
      return t`Ce qui a été enregistré depuis change ce qu'il annonçait. Voici ce qui est vrai maintenant.`;
    case 'SANS_OBJET':
      return t`Ce qu'il annonçait ne s'applique plus, d'après ce qui a été enregistré depuis. Voici ce qui est vrai à la date de ce courrier.`;
    case 'ACCEPTE': {
      const qui =
        c.destinataire === 'EMPLOYEUR' ? t`L'acceptation ${c.v.du} par ${c.beneficiaire}` : t`Votre acceptation`;
      return t`${qui}, datée du ${jourLong(exige(c.resultat.dateDecision, 'dateDecision'))}, est dans le délai : ${fort('elle compte')}. Le refus annoncé est effacé.`;
    }
    case 'REFUSE':
      return t`Aucune acceptation n'est enregistrée dans le délai : l'adhésion annoncée est effacée.`;
  }
};

/** What the reader does first, by what changed. */
const demarches = (c: ContexteCourrier, sens: Sens): Texte[] => {
  const employeur = c.destinataire === 'EMPLOYEUR';
  switch (sens) {
    case 'DATES':
      return [t`Notez ce qui change : ${fort('seules les dates de cette lettre comptent')}.`];
    case 'SANS_OBJET':
      return [];
    case 'ACCEPTE':
      return [
        ...arreterLaProcedure(c),
        t`Demandez sans attendre à ${c.qui} quelles démarches ${employeur ? 'd’employeur' : 'd’adhésion'} il vous reste à faire.`,
      ];
    case 'REFUSE':
      return [t`Demandez à ${c.qui} ce qui se passe maintenant.`];
  }
};

const rediger = (c: ContexteCourrier): Contenu => {
  const { sens, donnees, partiLe, avant, apres } = lire(c);
  return {
    objet: `Rectification de notre courrier du ${jourCourt(partiLe)}`,
    accroche: [
      t`Notre courrier du ${jourLong(partiLe)} (« ${avant.objet} ») n'est plus exact : ${fort('n’en tenez plus compte')}.`,
      nouvelle(c, sens),
      ...(sens === 'SANS_OBJET' ? [vraiMaintenant(c)] : []),
    ],
    aFaire: [
      ...demarches(c, sens),
      t`Gardez cette lettre avec ${plusieurs(c) ? 'celles' : 'celle'} qu'elle corrige.`,
      t`Si vous avez déjà fait quelque chose à cause ${plusieurs(c) ? 'd’un ancien courrier' : 'de l’ancien courrier'}, ou si une date vous paraît fausse, ${appeler(c)}.`,
    ],
    dates: uneFois([
      ...(sens === 'ACCEPTE' || sens === 'REFUSE' ? [ligneReponse(c, sens, avant.dates)] : []),
      ...comparer(avant.dates, apres),
      ...devenues(c, donnees, avant.dates, apres),
    ]),
    sections: [],
  };
};

export const rectification: Modele<'RECTIFICATION'> = { version: 5, BENEFICIAIRE: rediger, EMPLOYEUR: rediger };
