import type { Vocabulaire } from '../../../domain/droit/reglements';
import { type ModeRendezVous, questionsWorkCafe, type RendezVous } from '../../../domain/rendez-vous/rendez-vous';
import { libellesSorte, type SorteRendezVous, surInscription } from '../../../domain/rendez-vous/sortes';
import { jourLong } from '../../contexte';
import { majuscule, propre, t } from '../../texte';
import type { Bloc, Carte, Cases } from '../bloc';
import { carteRemplie, carteVide, type Forme } from '../cartes';
import { type ContexteDocument, jourDe } from '../contexte';
import { quandEcheance } from '../echeances';

/** Cards a page: what is left to be written ends with its page. */
const PAR_PAGE = 4;
/** Follow-ups and group sessions that a year has room for (S003: three pages of each). */
const PAGES = 3;

type Obligatoire = 'ADHESION' | 'WORK_CAFE_ACCUEIL' | 'PRE_BILAN' | 'PSP' | 'POINT_ETAPE' | 'BILAN';

const titreObligatoire = (v: Vocabulaire, sorte: Obligatoire): string =>
  sorte === 'PSP' ? `Entretien du ${v.plan.long}` : libellesSorte[sorte];

/** Where the detailed plan of an interview is (S003). */
function renvoi({ v, qui }: ContexteDocument, sorte: SorteRendezVous): string | null {
  const documents: Partial<Record<SorteRendezVous, string>> = {
    PSP: `${majuscule(v.plan.long)}`,
    POINT_ETAPE: 'Point d’étape',
    BILAN: 'Bilan de fin d’accompagnement',
  };
  const document = documents[sorte];
  return document === undefined
    ? null
    : `Je retrouve mon plan d’action détaillé dans le document «\u202f${document}\u202f» remis par ${qui}.`;
}

/** The two questions of the Work Café d'accueil, with the answers once they were given. */
function questions(rdv: RendezVous | null): Cases[] {
  const poser = (question: string, oui: boolean | null): Cases => ({
    question: propre(question),
    choix: [
      { libelle: 'oui', coche: oui === true },
      { libelle: 'non', coche: oui === false },
    ],
  });
  const reponses = rdv?.compteRendu?.reponses ?? [];
  if (reponses.length > 0) return reponses.map(({ question, oui }) => poser(question, oui));
  return questionsWorkCafe.map(({ question }) => poser(question, null));
}

/** One interview that everyone has: held or planned ones, else room for it with its last day. */
function obligatoire(c: ContexteDocument, sorte: Obligatoire): Carte[] {
  const titre = titreObligatoire(c.v, sorte);
  const tous = c.rendezVousDe(sorte);
  const aFaire = tous.filter((rdv) => rdv.statut === 'TENU' || rdv.statut === 'PREVU');
  const plan = renvoi(c, sorte);
  const achever = (carte: Carte, rdv: RendezVous | null): Carte => ({
    ...carte,
    cases: [...carte.cases, ...(sorte === 'WORK_CAFE_ACCUEIL' ? questions(rdv) : [])],
    suites:
      plan === null
        ? carte.suites
        : [
            ...carte.suites.filter((s) => s.lignes === 0),
            { titre: 'Mon plan d’action', points: [t`${plan}`], lignes: 0 },
          ],
  });
  if (aFaire.length > 0) return aFaire.map((rdv) => achever(carteRemplie(c, rdv, { titre }), rdv));
  const echeance = c.echeance(sorte);
  const vide = carteVide({ titre });
  const manques = tous.filter((rdv) => rdv.statut === 'MANQUE');
  const dernier = manques.at(-1);
  return [
    achever(
      {
        ...vide,
        etat: echeance?.faiteLe ? { texte: 'fait', ton: 'fait' } : null,
        champs: [
          echeance?.faiteLe ? { libelle: 'Date', valeur: t`${jourLong(echeance.faiteLe)}` } : vide.champs[0]!,
          ...(echeance && !echeance.faiteLe && echeance.date >= c.jour
            ? [{ libelle: 'À faire', valeur: quandEcheance(echeance, c) }]
            : []),
          ...(dernier ? [{ libelle: 'Manqué', valeur: t`${jourLong(jourDe(c, dernier))}` }] : []),
        ],
        suites: plan === null ? [{ titre: 'Mon plan d’action', points: [], lignes: 2 }] : [],
      },
      null,
    ),
  ];
}

/** Interviews that the law wants, and the first Work Café (S003). */
export function rendezVousObligatoires(c: ContexteDocument): Bloc[] {
  const adhesion = c.rendezVousDe('ADHESION').length > 0;
  const accueil = !c.crp || c.rendezVousDe('WORK_CAFE_ACCUEIL').length > 0;
  const pointEtape = c.p.pointEtapeMois !== null || c.rendezVousDe('POINT_ETAPE').length > 0;
  const voulues: Obligatoire[] = [
    ...(adhesion ? (['ADHESION'] as const) : []),
    ...(accueil ? (['WORK_CAFE_ACCUEIL'] as const) : []),
    'PRE_BILAN',
    'PSP',
    ...(pointEtape ? (['POINT_ETAPE'] as const) : []),
    'BILAN',
  ];
  return [
    { genre: 'partie', titre: 'Mes rendez-vous obligatoires', nouvellePage: true },
    ...voulues.flatMap((sorte) => obligatoire(c, sorte)),
  ];
}

/** Recorded cards, then enough empty ones to fill the pages of a year. */
function suivreDe(
  c: ContexteDocument,
  recus: readonly RendezVous[],
  forme: (rdv: RendezVous | null, rang: number) => Forme,
): Bloc[] {
  const gardes = recus.filter((rdv) => rdv.statut !== 'ANNULE');
  const voulues = Math.max(PAR_PAGE * PAGES, gardes.length + PAR_PAGE);
  const total = Math.ceil(voulues / PAR_PAGE) * PAR_PAGE;
  return Array.from({ length: total }, (_, rang) => {
    const rdv = gardes[rang];
    return rdv ? carteRemplie(c, rdv, forme(rdv, rang)) : carteVide(forme(null, rang));
  });
}

export const rendezVousDeSuivi = (c: ContexteDocument): Bloc[] => [
  { genre: 'partie', titre: 'Mes rendez-vous de suivi', nouvellePage: true },
  ...suivreDe(c, c.rendezVousDe('SUIVI'), (_rdv, rang) => ({
    titre: `Rendez-vous de suivi n°\u00a0${rang + 1}`,
    objet: 'Objet',
  })),
];

const MODES_SEANCES: readonly ModeRendezVous[] = ['PRESENTIEL', 'VISIO'];

export function ateliers(c: ContexteDocument): Bloc[] {
  const recus = c.rendezVousDe(...surInscription);
  return [
    { genre: 'partie', titre: 'Mes ateliers, webinaires et sessions DMA', nouvellePage: true },
    ...suivreDe(c, recus, (rdv, rang) => ({
      titre: `Séance n°\u00a0${rang + 1}`,
      objet: 'Thématique / intitulé',
      modes: rdv?.mode === 'TELEPHONE' ? undefined : MODES_SEANCES,
      sorte: {
        question: '',
        choix: surInscription.map((sorte) => ({ libelle: libellesSorte[sorte], coche: rdv?.sorte === sorte })),
      },
    })),
  ];
}

/** The project of the group: its title, its meetings, what they gave to do. */
export function workCafeProjet(c: ContexteDocument): Bloc[] {
  const recus = c.rendezVousDe('WORK_CAFE_PROJET').filter((rdv) => rdv.statut !== 'ANNULE');
  if (c.crp && recus.length === 0) return [];
  const intitule = recus.findLast((rdv) => rdv.intitule !== null)?.intitule ?? null;
  const total = Math.max(PAR_PAGE, Math.ceil((recus.length + 1) / PAR_PAGE) * PAR_PAGE);
  return [
    { genre: 'partie', titre: 'Mon Work Café Projet', nouvellePage: true },
    { genre: 'fiche', champs: [{ libelle: 'Intitulé du projet', valeur: intitule === null ? null : t`${intitule}` }] },
    ...Array.from({ length: total }, (_, rang): Carte => {
      const rdv = recus[rang];
      const titre = `Rencontre n°\u00a0${rang + 1}`;
      const suite = 'Mes actions à réaliser pour le projet';
      const carte = rdv
        ? carteRemplie(c, rdv, { titre }, suite)
        : carteVide({ titre, objet: 'Objectifs de la rencontre' }, suite);
      return rdv ? carte : { ...carte, cases: [] };
    }),
  ];
}
