import { type CodeCourrier, catalogue } from '../../domain/catalogue/catalogue';
import { basePeriode, jourDeBase } from '../../domain/catalogue/cle-courrier';
import type { Contenu, LigneDate } from '../contenu';
import { appeler, type ContexteCourrier, exige, jourCourt, jourLong } from '../contexte';
import type { DonneesCourrier } from '../donnees';
import type { Modele } from '../modele';
import { fort, type Texte, t } from '../texte';

/** A letter that takes the place of another: an acceptance dated in time and known late, or one withdrawn as an error (R28). */
const remplacants: Partial<Record<CodeCourrier, CodeCourrier>> = {
  C05_REFUS: 'C04_ADHESION',
  C04_ADHESION: 'C05_REFUS',
};

/** Whether the facts of today still give a letter: by the rules, or by the period or the return it speaks of. */
function vaut({ resultat: r }: ContexteCourrier, { code, destinataire, base }: DonneesCourrier): boolean {
  if (catalogue[code].origine === 'REGLES')
    return r.courriers?.some((x) => x.code === code && x.destinataire === destinataire) ?? false;
  if (code === 'SUSPENSION') return r.suspensions?.some((s) => s.debut === jourDeBase(base)) ?? false;
  if (code === 'REINTEGRATION') return r.reintegrations?.some((x) => x.date === jourDeBase(base)) ?? false;
  return true;
}

/** The base of a SUSPENSION holds its end, which is what may have changed. */
function baseActuelle({ resultat: { suspensions } }: ContexteCourrier, { code, base }: DonneesCourrier): string {
  const periode = code === 'SUSPENSION' ? suspensions?.find((s) => s.debut === jourDeBase(base)) : undefined;
  return periode ? basePeriode(periode) : base;
}

/**
 * What becomes of what the false letter announced: its dates moved, nothing of it holds, or the answer it spoke of is another.
 */
type Sens = 'DATES' | 'SANS_OBJET' | 'ACCEPTE' | 'REFUSE';

/** The false letter as it was, and what the facts of today put in its place: itself, another letter, or nothing. */
function lire(c: ContexteCourrier) {
  const { donnees, partiLe } = exige(c.rectifie, 'rectifie');
  const { changement: _, ...reste } = donnees;
  const { jour, dossier, resultat, personnes, parametres } = c;
  const memes: DonneesCourrier = {
    ...reste,
    base: baseActuelle(c, donnees),
    jour,
    dossier,
    resultat,
    personnes,
    ...(parametres && { parametres }),
  };
  const code = vaut(c, memes) ? donnees.code : remplacants[donnees.code];
  const suite = code !== undefined && vaut(c, { ...memes, code }) ? c.relire({ ...memes, code }) : null;
  const sens: Sens =
    suite === null ? 'SANS_OBJET' : code === donnees.code ? 'DATES' : code === 'C04_ADHESION' ? 'ACCEPTE' : 'REFUSE';
  return { sens, partiLe, avant: c.relire(donnees), apres: suite?.dates ?? [] };
}

/** What it said, line by line, against what is true today: its lines that changed say both. */
function comparer(avant: LigneDate[], apres: LigneDate[]): LigneDate[] {
  return apres.map(({ libelle, valeur }) => {
    const ancienne = avant.find((x) => x.libelle === libelle)?.valeur;
    const change = ancienne !== undefined && ancienne !== valeur;
    return { libelle, valeur, ...(change && { avant: ancienne.replace(/ \(.*\)$/, '') }) };
  });
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

const nouvelle = (c: ContexteCourrier, sens: Sens): Texte => {
  switch (sens) {
    case 'DATES':
      return t`Ce qui a été enregistré depuis change ce qu'il annonçait. Voici ce qui est vrai aujourd'hui.`;
    case 'SANS_OBJET':
      return t`Ce qu'il annonçait ne s'applique plus, d'après ce qui a été enregistré depuis.`;
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
      t`Notre courrier du ${jourLong(partiLe)} (« ${avant.objet} ») ne dit plus vrai : ${fort('n’en tenez plus compte')}.`,
      nouvelle(c, sens),
    ],
    aFaire: [
      ...demarches(c, sens),
      t`Gardez cette lettre avec celle qu'elle corrige.`,
      t`Si vous avez déjà fait quelque chose à cause de l'ancien courrier, ou si une date vous paraît fausse, ${appeler(c)}.`,
    ],
    dates: [...reponse(c, sens), ...comparer(avant.dates, apres)],
    sections: [],
  };
};

export const rectification: Modele<'RECTIFICATION'> = { version: 2, BENEFICIAIRE: rediger, EMPLOYEUR: rediger };
