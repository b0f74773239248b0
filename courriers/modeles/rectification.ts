import type { CodeCourrier } from '../../domain/catalogue/catalogue';
import type { Contenu, LigneDate } from '../contenu';
import { appeler, type ContexteCourrier, exige, jourCourt, jourLong } from '../contexte';
import { siDouteux } from '../doutes';
import { comparer, disparues, relireAujourdhui } from '../faux';
import type { Modele } from '../modele';
import { fort, type Texte, t } from '../texte';

/** A letter that takes the place of another: an acceptance dated in time and known late, or one withdrawn as an error (R28). */
const remplacants: Partial<Record<CodeCourrier, CodeCourrier>> = {
  C05_REFUS: 'C04_ADHESION',
  C04_ADHESION: 'C05_REFUS',
};

/**
 * What becomes of what the false letter announced: its dates moved, nothing of it holds, or the answer it spoke of is another.
 */
type Sens = 'DATES' | 'SANS_OBJET' | 'ACCEPTE' | 'REFUSE';

/** The false letter as it was, and what the facts of today put in its place: itself, another letter, or nothing. */
function lire(c: ContexteCourrier) {
  const { donnees, partiLe } = exige(c.rectifie, 'rectifie');
  const code = relireAujourdhui(c, donnees) ? donnees.code : remplacants[donnees.code];
  const suite = code === undefined ? null : relireAujourdhui(c, { ...donnees, code });
  const sens: Sens =
    suite === null ? 'SANS_OBJET' : code === donnees.code ? 'DATES' : code === 'C04_ADHESION' ? 'ACCEPTE' : 'REFUSE';
  return { sens, partiLe, avant: c.relire(donnees), apres: suite?.dates ?? [] };
}

/** The answer as the letter had it, and as it is: what makes C04 and C05 take each other's place. */
function reponse(c: ContexteCourrier, sens: Sens): LigneDate[] {
  const libelle = c.destinataire === 'EMPLOYEUR' ? 'Réponse' : 'Votre réponse';
  if (sens === 'ACCEPTE')
    return [
      {
        libelle,
        valeur: `acceptation du ${jourLong(exige(c.resultat.dateDecision, 'dateDecision'))}`,
        avant: 'refus',
      },
    ];
  return sens === 'REFUSE' ? [{ libelle, valeur: 'refus', avant: 'acceptation' }] : [];
}

/** What holds on the day of the letter, when nothing takes the place of what it announced. */
function vraiMaintenant(c: ContexteCourrier): Texte {
  const { v, resultat: r } = c;
  const employeur = c.destinataire === 'EMPLOYEUR';
  if (r.debutCsp && r.dateFinCsp)
    return t`${employeur ? `${v.son} ${v.sigle}` : `Votre ${v.sigle}`} va du ${fort(jourLong(r.debutCsp))} au ${fort(jourLong(r.dateFinCsp))}${siDouteux(c, 'TERME')}.`;
  if (r.decision === 'AUTORISATION_REFUSEE') return t`L'autorisation de licencier est refusée : ${v.le} n'a pas lieu.`;
  if (r.decision !== 'EN_ATTENTE' || !r.finReflexion) return t`Aucune adhésion ${v.au} n'est enregistrée.`;
  return employeur
    ? t`Le délai pour répondre à la proposition court jusqu'au ${fort(jourLong(r.finReflexion))} compris.`
    : t`Vous avez jusqu'au ${fort(jourLong(r.finReflexion))} compris pour répondre à la proposition.`;
}

const nouvelle = (c: ContexteCourrier, sens: Sens): Texte => {
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
        ...(employeur && !c.contratDejaRompu
          ? [
              t`${fort('Ne poursuivez pas la procédure de licenciement')} : le contrat prend fin par l'acceptation ${c.v.du}. La lettre recommandée, si vous l'avez envoyée, ne vaut pas licenciement.`,
            ]
          : []),
        employeur
          ? t`Suivez le courrier que vous recevez à part : il donne vos démarches d'employeur.`
          : t`Suivez le courrier que vous recevez à part : il dit les démarches de votre adhésion.`,
      ];
    case 'REFUSE':
      return [t`Suivez le courrier que vous recevez à part : il dit ce qui se passe maintenant.`];
  }
};

const rediger = (c: ContexteCourrier): Contenu => {
  const { sens, partiLe, avant, apres } = lire(c);
  return {
    objet: `Rectification de notre courrier du ${jourCourt(partiLe)}`,
    accroche: [
      t`Notre courrier du ${jourLong(partiLe)} (« ${avant.objet} ») n'est plus exact : ${fort('n’en tenez plus compte')}.`,
      nouvelle(c, sens),
      ...(sens === 'SANS_OBJET' ? [vraiMaintenant(c)] : []),
    ],
    aFaire: [
      ...demarches(c, sens),
      t`Gardez cette lettre avec celle qu'elle corrige.`,
      t`Si vous avez déjà fait quelque chose à cause de l'ancien courrier, ou si une date vous paraît fausse, ${appeler(c)}.`,
    ],
    dates: [
      ...reponse(c, sens),
      ...comparer(avant.dates, apres),
      ...(sens === 'DATES' ? disparues(avant.dates, apres) : []),
    ],
    sections: [],
  };
};

export const rectification: Modele<'RECTIFICATION'> = { version: 3, BENEFICIAIRE: rediger, EMPLOYEUR: rediger };
