import type { DateCivile } from '../../domain/calendrier/dates';
import { lireDate } from '../../domain/calendrier/dates';
import { estEntretienLegal } from '../../domain/faits/entretiens';
import { jourCourt, jourLong } from '../contexte';
import { nommer, quand } from '../rendez-vous';
import { fort, majuscule, type Texte, t } from '../texte';
import type { Bloc } from './bloc';
import { type ContexteDocument, jourDe } from './contexte';
import { libelleEcheance, quandEcheance } from './echeances';

/** Lines of each column: more would push the rest of the carnet off its page. */
const LIGNES = 9;

interface Fait {
  date: DateCivile;
  texte: Texte;
}

const parDate = (a: Fait, b: Fait): number => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0);
/** What happened, the latest first. */
export function faits(c: ContexteDocument): Fait[] {
  const { r, v, jour } = c;
  const echeances = c.situation.echeances.flatMap((e): Fait[] =>
    e.faiteLe ? [{ date: e.faiteLe, texte: t`${jourCourt(e.faiteLe)} : ${libelleFait(c, e)}` }] : [],
  );
  const tenus = c.rendezVous.flatMap((rdv): Fait[] => {
    const date = jourDe(c, rdv);
    if (rdv.statut !== 'TENU' || c.echeance(rdv.sorte)?.faiteLe === date) return [];
    return [{ date, texte: t`${jourCourt(date)} : ${majuscule(nommer(rdv, v))}` }];
  });
  const actions = c.actions.flatMap(({ quoi, faiteLe }): Fait[] => {
    const date = lireDate(faiteLe);
    return date ? [{ date, texte: t`${jourCourt(date)} : ${quoi}` }] : [];
  });
  const debut: Fait[] =
    r.debutCsp && r.debutCsp <= jour
      ? [{ date: r.debutCsp, texte: t`${jourCourt(r.debutCsp)} : Premier jour ${v.du}` }]
      : [];
  return [...debut, ...echeances, ...tenus, ...actions].sort(parDate).reverse();
}

function libelleFait({ v }: ContexteDocument, e: { cle: string; libelle: string }): string {
  if (e.cle === 'FIN_REFLEXION') return `Réponse à la proposition ${v.du}`;
  if (e.cle === 'PSP') return `Plan d’action (${v.plan.sigle}) validé`;
  return libelleEcheance(e, v);
}

/** What comes, what is late first. */
export function suite(c: ContexteDocument): Fait[] {
  const { jour, v } = c;
  const echeances = c.situation.echeances.flatMap((e): Fait[] => {
    const libelle = libelleEcheance(e, v);
    if (c.enCours && e.statut === 'PASSEE' && estEntretienLegal(e.cle))
      return [{ date: e.date, texte: t`${fort('Sans attendre')} : ${libelle}, prévu avant le ${jourCourt(e.date)}` }];
    if (e.statut !== 'A_VENIR' || e.date < jour) return [];
    return [
      { date: e.debut !== null && e.debut > jour ? e.debut : e.date, texte: t`${libelle}, ${quandEcheance(e, c)}` },
    ];
  });
  const prevus = c.rendezVous.flatMap((rdv): Fait[] => {
    const date = jourDe(c, rdv);
    return rdv.statut === 'PREVU' && date >= jour
      ? [{ date, texte: t`${majuscule(nommer(rdv, v))}, ${fort(quand(c, rdv))}` }]
      : [];
  });
  const actions = c.actions.flatMap(({ quoi, pourLe, faiteLe }): Fait[] => {
    const date = lireDate(pourLe);
    if (!date || faiteLe !== null) return [];
    return [
      date < jour
        ? { date, texte: t`${fort('À reprendre')} : ${quoi}, prévu pour le ${jourCourt(date)}` }
        : { date, texte: t`${quoi}, pour le ${fort(jourCourt(date))}` },
    ];
  });
  return [...echeances, ...prevus, ...actions].sort(parDate);
}

const ou = (lignes: Texte[], sinon: string): Texte[] => (lignes.length > 0 ? lignes : [t`${sinon}`]);

/** The carnet in two columns: what happened and what is next. */
export function ouJEnSuis(c: ContexteDocument): Bloc[] {
  const passes = faits(c).slice(0, LIGNES).reverse();
  const prochains = suite(c).slice(0, LIGNES);
  return [
    { genre: 'partie', titre: `Où j’en suis au ${jourLong(c.jour).replace(/^\S+ /, '')}`, nouvellePage: true },
    {
      genre: 'colonnes',
      colonnes: [
        {
          titre: 'Ce qui est fait',
          points: ou(
            passes.map((f) => f.texte),
            'Rien n’est encore enregistré.',
          ),
        },
        {
          titre: 'Ce qui vient',
          points: ou(
            prochains.map((f) => f.texte),
            'Rien n’est prévu à ce jour.',
          ),
        },
      ],
    },
  ];
}
