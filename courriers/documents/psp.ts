import { jourLong } from '../contexte';
import { majuscule, type Texte, t } from '../texte';
import { tableauActions } from './actions';
import type { Bloc, Document } from './bloc';
import type { ContexteDocument } from './contexte';
import { etapesSuivantes, quandEcheance } from './echeances';
import { identification, signatures } from './en-tete';
import { paragraphes } from './texte-libre';

/** What the first interviews recorded of the person: the latest word on each. */
function profil(c: ContexteDocument): Bloc[] {
  const tenus = c.rendezVousDe('ADHESION', 'PRE_BILAN', 'PSP').filter((rdv) => rdv.statut === 'TENU');
  const dernier = (champ: 'parcours' | 'competences' | 'souhaits'): Texte | null => {
    const texte = tenus.findLast((rdv) => paragraphes(rdv.compteRendu?.[champ]).length > 0)?.compteRendu?.[champ];
    return texte === undefined ? null : t`${paragraphes(texte).join(' ')}`;
  };
  return [
    { genre: 'partie', titre: 'D’où je pars', nouvellePage: false },
    {
      genre: 'fiche',
      champs: [
        { libelle: 'Mon parcours', valeur: dernier('parcours') },
        { libelle: 'Mes compétences', valeur: dernier('competences') },
        { libelle: 'Mes souhaits', valeur: dernier('souhaits') },
      ],
    },
  ];
}

/** The project as the interview of the plan wrote it; else the ways that S003 opens, and room for it. */
function projet(c: ContexteDocument): Bloc[] {
  const notes = c
    .rendezVousDe('PSP')
    .filter((rdv) => rdv.statut === 'TENU')
    .flatMap((rdv) => paragraphes(rdv.compteRendu?.notes).map((p) => t`${p}`));
  return [
    { genre: 'partie', titre: 'Mon projet', nouvellePage: false },
    ...(notes.length > 0
      ? notes.map((texte): Bloc => ({ genre: 'paragraphe', texte }))
      : [
          {
            genre: 'carte' as const,
            titre: 'Le projet que je choisis de réaliser',
            etat: null,
            champs: [],
            cases: [
              {
                question: '',
                choix: ['Recherche d’emploi', 'Reconversion', 'Création ou reprise d’entreprise'].map((libelle) => ({
                  libelle,
                  coche: false,
                })),
              },
            ],
            suites: [{ titre: 'En quelques mots', points: [], lignes: 3 }],
          },
        ]),
  ];
}

/** The plan that the person and her référent write together (R12). */
export function psp(c: ContexteDocument): Document {
  const echeance = c.echeance('PSP');
  const validation = echeance?.faiteLe
    ? { libelle: 'Validé le', valeur: t`${jourLong(echeance.faiteLe)}` }
    : { libelle: 'À valider', valeur: echeance ? quandEcheance(echeance, c) : null };
  return {
    titre: majuscule(c.v.plan.long),
    sousTitre: `Le plan d’action que j’écris avec ${c.qui}`,
    couverture: false,
    unePage: false,
    blocs: [
      identification(c, [validation]),
      ...profil(c),
      ...projet(c),
      { genre: 'partie', titre: 'Mon plan d’action', nouvellePage: false },
      tableauActions(c),
      ...etapesSuivantes(c, ['POINT_ETAPE', 'BILAN', 'FIN_CSP', 'REINSCRIPTION']),
      signatures(c),
    ],
  };
}
