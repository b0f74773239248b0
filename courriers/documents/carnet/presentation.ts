import { jourLong } from '../../contexte';
import { joursDits } from '../../fins';
import { majuscule, type Texte, t } from '../../texte';
import type { Bloc, Etape } from '../bloc';
import type { ContexteDocument } from '../contexte';
import { etatEcheance, joursDeFin, quandEcheance } from '../echeances';

function etape(c: ContexteDocument, cle: string, titre: string, texte: Texte): Etape {
  const e = c.echeance(cle);
  if (!e) return { titre, quand: t`date à venir`, texte };
  return { titre, quand: e.faiteLe ? etatEcheance(e, c) : quandEcheance(e, c), texte };
}

function etapes(c: ContexteDocument): Etape[] {
  const anticipee = c.r.bilan?.type === 'SORTIE_ANTICIPEE';
  return [
    etape(
      c,
      'PRE_BILAN',
      'Entretien de pré-bilan',
      t`Faire le point sur vos besoins et vos attentes, et construire ensemble la phase 1 de l'accompagnement.`,
    ),
    etape(
      c,
      'PSP',
      `Entretien ${c.crp ? 'du' : 'de'} ${c.v.plan.sigle}`,
      t`Écrire le projet que vous avez choisi de réaliser et le plan d'action associé.`,
    ),
    ...(c.p.pointEtapeMois === null
      ? []
      : [
          etape(
            c,
            'POINT_ETAPE',
            'Entretien de point d’étape',
            t`Faire le point sur l'évolution de votre projet et sécuriser votre parcours.`,
          ),
        ]),
    etape(
      c,
      'BILAN',
      'Entretien de bilan',
      anticipee
        ? t`Sortie anticipée : sécuriser votre intégration dans votre nouvelle activité.`
        : t`Faire le bilan de votre parcours et établir le plan d'actions à poursuivre. En cas de sortie anticipée : sécuriser votre intégration à votre nouveau poste.`,
    ),
  ];
}

function retourEmploi({ p, v, crp }: ContexteDocument): Texte[] {
  if (p.activiteMinJours === null)
    return [t`Tout emploi met fin ${v.au}.`, t`Suivi dans l'emploi pendant ${p.suiviEmploiMois} mois.`];
  return [
    t`CDI, CDD ou contrat d'intérim (CTT) d'au moins ${p.emploiDurableMois} mois, création ou reprise d'entreprise.`,
    t`Suivi dans l'emploi ou l'activité pendant ${p.suiviEmploiMois} mois.`,
    ...(p.essaiRompuReintegre && !crp ? [t`Si la période d'essai est rompue : réintégration dans ${v.le}.`] : []),
  ];
}

/** "Le CSP, qu'est-ce que c'est ?": the scheme of S003, on the person's own dates. */
export function presentation(c: ContexteDocument): Bloc[] {
  const { v, r } = c;
  const fins = joursDeFin(c);
  return [
    { genre: 'partie', titre: `${majuscule(v.le)}, qu’est-ce que c’est\u202f?`, nouvellePage: true },
    ...(r.debutCsp && fins
      ? [
          {
            genre: 'paragraphe' as const,
            texte: t`Votre ${v.long} (${v.sigle}) ${r.debutCsp <= c.jour ? 'a commencé' : 'commence'} le ${jourLong(r.debutCsp)}. Son dernier jour ${fins.fin < c.jour ? 'était' : 'est'} ${joursDits(fins.d, fins.fins, (jour) => t`${jourLong(jour)}`)}.`,
          },
        ]
      : []),
    {
      genre: 'parcours',
      phases: [
        {
          titre: 'Phase 1',
          sousTitre: 'Élaboration du projet professionnel',
          points: [t`4 à 8 premières semaines d'accompagnement.`],
        },
        {
          titre: 'Phase 2',
          sousTitre: 'Mobilisation et accompagnement',
          points: [t`Recherche d'emploi, reconversion, création ou reprise d'entreprise.`],
        },
      ],
      etapes: etapes(c),
    },
    {
      genre: 'colonnes',
      colonnes: [
        {
          titre: 'Pour vous appuyer, tout au long des deux phases',
          points: [
            t`Entretiens individuels avec ${c.qui}`,
            t`Ateliers thématiques`,
            ...(c.crp ? [] : [t`Webinaires`, t`Sessions DMA`, t`Work Café`]),
            t`Démarches en autonomie`,
          ],
        },
        { titre: 'Retour à l’emploi', points: retourEmploi(c) },
      ],
    },
  ];
}
