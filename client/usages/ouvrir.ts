import { createHash } from 'node:crypto';
import type { Client } from '@temporalio/client';
import { type DateCivile, enChiffres } from '../../domain/calendrier/dates';
import { dateLocale, fuseau } from '../../domain/calendrier/fuseaux';
import type { Dossier } from '../../domain/dossier/dossier';
import type { Numero } from '../../domain/dossier/numero';
import type { Personnes } from '../../domain/dossier/personnes';
import { evaluer } from '../../domain/droit/calculer';
import { inscrireReglement } from '../../domain/droit/parcours-inscrit';
import { phrase } from '../../domain/faits/erreurs';
import { type Evenement, verifierForme } from '../../domain/faits/evenements';
import type { EntreeJournal } from '../../domain/faits/journal';
import { lireTextes } from '../../domain/faits/texte-recu';
import type { EtatParcours } from '../../domain/parcours/parcours';
import { etatParcours, inscrireOuverture, lireDossier } from '../../registre';
import * as messages from '../../workflows/parcours/messages';
import type { DepsParcours } from './commun/deps';
import { Refus } from './commun/refus';

export interface DemandeOuverture {
  dossier: Dossier;
  personnes: Personnes;
  dateReprise: DateCivile | null;
  evenements: readonly unknown[];
  /** The agency's own reference, when it has one: the same one opens one dossier. */
  reference?: string;
  auteur: string;
}

const normaliser = (texte: string): string =>
  texte
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();

/** Idempotence key of an opening: the agency's reference, else who, born when, proposed when. */
export function empreinteOuverture({ reference, dossier, personnes }: DemandeOuverture): string {
  const { identite, agence } = personnes;
  const traits = reference
    ? [agence.id, 'reference', reference.trim()]
    : [normaliser(identite.nom), normaliser(identite.prenom), dossier.dateNaissance, dossier.dateRemise];
  return createHash('sha256').update(JSON.stringify(traits)).digest('hex');
}

/**
 * Checks an opening without recording anything.
 * @returns the codes of every reason to refuse it, empty when it may be opened
 */
export function motifsDeRefus(demande: DemandeOuverture, maintenant: Date): { code: string; phrase: string }[] {
  const { evenements: recus, dossier, reference = '' } = demande;
  const textes = lireTextes({ recus, dossier, reference });
  if (!textes.ok) return [{ code: textes.code, phrase: phrase(textes.code) }];
  const formes = demande.evenements.map((evenement) => verifierForme(evenement));
  const malFormes = formes.flatMap((forme, index) =>
    forme.ok ? [] : [{ code: forme.code, phrase: `Événement n° ${index + 1} : ${phrase(forme.code)}` }],
  );
  const evenements = formes.flatMap((forme) => (forme.ok ? [forme.evenement as Evenement] : []));
  const aujourdhui = dateLocale(maintenant, fuseau(demande.dossier.residence));
  const { resultat } = evaluer(demande.dossier, evenements, { dateObservation: aujourdhui });
  if (!resultat.valide) return [...resultat.erreurs.map((code) => ({ code, phrase: phrase(code) })), ...malFormes];
  const rejetes = (resultat.rejets ?? []).map(({ index, code }) => ({
    code,
    phrase: `Événement n° ${index + 1} : ${phrase(code)}`,
  }));
  const silence =
    resultat.decision === 'REFUS_TACITE'
      ? [
          {
            code: 'REPRISE_SANS_REPONSE',
            phrase: `${phrase('REPRISE_SANS_REPONSE')} (fin de la réflexion : ${enChiffres(resultat.finReflexion!)})`,
          },
        ]
      : [];
  return [...malFormes, ...rejetes, ...silence];
}

/**
 * Opens a journey, or takes one over (`dateReprise`): register row first, then the workflow, whose first step marks it open.
 * The same opening twice opens once.
 * @throws Refus with every reason
 */
export async function ouvrirParcours(
  deps: DepsParcours,
  demande: DemandeOuverture,
  maintenant = new Date(),
): Promise<{ numero: Numero; nouveau: boolean }> {
  const refus = motifsDeRefus(demande, maintenant);
  if (refus.length > 0) throw new Refus(refus);
  const journalInitial: EntreeJournal[] = demande.evenements.map((evenement, rang) => ({
    id: `ouverture-${rang + 1}`,
    acte: 'consigner',
    evenement: evenement as Evenement,
    auteur: demande.auteur,
    enregistreLe: maintenant.toISOString(),
    ouverture: true,
  }));
  const { personnes, dateReprise } = demande;
  const dossier = inscrireReglement(demande.dossier);
  const empreinte = empreinteOuverture(demande);
  const inscription = await inscrireOuverture(
    deps.registre,
    { empreinte, dossier, dateReprise, personnes, journalInitial },
    maintenant,
  );
  const inscrit = await lireDossier(deps.registre, inscription.numero);
  if (inscrit?.statut === 'OUVERTURE') await demarrer(deps.temporal, etatParcours(inscrit));
  return inscription;
}

async function demarrer(temporal: Client, etat: EtatParcours): Promise<void> {
  await temporal.workflow.start(messages.typeParcours, {
    ...messages.departParcours(etat),
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
}
