import { jourLong } from '../contexte';
import { siDouteux } from '../doutes';
import { quandSeReinscrire } from '../fins';
import { fort, type Texte, t } from '../texte';
import { tableauActions } from './actions';
import type { Document } from './bloc';
import type { ContexteDocument } from './contexte';
import { enListe, joursDeFin } from './echeances';
import { identification, signatures } from './en-tete';
import { avancement, champEntretien, echanges, rencontres } from './point-etape';

const EMPLOI = ['EMPLOI_DURABLE', 'REPRISE_EMPLOI', 'CREATION_ENTREPRISE'];

/** What comes after: the follow-up in employment, or the re-registration. Why the journey ended otherwise is not said. */
function apres(c: ContexteDocument): Texte[] {
  const { r, v } = c;
  const jours = joursDeFin(c);
  const emploi = r.motifFin ? EMPLOI.includes(r.motifFin) : false;
  const suivi = r.suiviEmploi
    ? [t`Suivi dans l'emploi avec ${c.qui} jusqu'au ${fort(jourLong(r.suiviEmploi.fin))}.`]
    : [];
  if (emploi)
    return [...suivi, t`Si l'emploi ou l'activité s'arrête, je le dis tout de suite à ${c.qui} : ${c.tel}, ${c.mail}.`];
  const faite = r.reinscription?.dateDemande;
  if (faite) return [...suivi, t`Réinscription à France Travail demandée le ${jourLong(faite)}.`];
  if (r.reinscription?.requise === false || !jours) return suivi;
  return [
    ...suivi,
    t`Je demande ma réinscription à France Travail ${quandSeReinscrire(jours.d)}.`,
    t`Je demande l'allocation chômage (ARE) le lendemain de la fin ${v.du}, et je m'actualise dès que l'actualisation est ouverte (le 28 du mois, le 26 en février).`,
  ];
}

/** First and last day; how far the end was pushed, when the journey went to its end. */
function periode({ r, situation }: ContexteDocument): Texte | null {
  const fin = r.dateFinCsp ?? r.terme;
  if (!r.debutCsp || !fin) return null;
  const jours = r.motifFin === 'TERME' ? (r.totalProlongationJours ?? 0) : 0;
  return t`du ${jourLong(r.debutCsp)} au ${jourLong(fin)}${siDouteux(situation, 'TERME')}${jours > 0 ? t` (fin repoussée de ${jours} jours)` : t``}`;
}

/** The last interview (R22): what the journey gave, and the plan that goes on without it. */
export function bilan(c: ContexteDocument): Document {
  const aPoursuivre = c.actions.filter((a) => a.faiteLe === null);
  const faites = c.actions.filter((a) => a.faiteLe !== null);
  const anticipee = c.r.bilan?.type === 'SORTIE_ANTICIPEE';
  return {
    titre: anticipee ? 'Bilan de sortie' : 'Bilan de fin d’accompagnement',
    sousTitre: anticipee
      ? 'Ce que mon parcours m’a apporté, et mes débuts dans ma nouvelle situation'
      : 'Ce que mon parcours m’a apporté, et le plan d’actions à poursuivre',
    couverture: false,
    unePage: false,
    blocs: [
      identification(c, [{ libelle: c.mon, valeur: periode(c) }, champEntretien(c, 'BILAN')]),
      { genre: 'partie', titre: 'Le bilan de mon parcours', nouvellePage: false },
      ...echanges(c, 'BILAN', ['Ce qui m’a été utile', 'Ce que j’ai réussi', 'Ce qu’il me reste à faire']),
      ...enListe('Nos rencontres', rencontres(c)),
      ...(faites.length > 0
        ? [
            { genre: 'partie' as const, titre: 'Ce que j’ai fait', nouvellePage: false },
            { genre: 'paragraphe' as const, texte: avancement(c) },
            tableauActions(c, faites, 0),
          ]
        : []),
      { genre: 'partie', titre: 'Le plan d’actions à poursuivre', nouvellePage: false },
      tableauActions(c, aPoursuivre),
      ...enListe('Et après', apres(c)),
      signatures(c),
    ],
  };
}
