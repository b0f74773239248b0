import type { Client } from '@temporalio/client';
import { suivre } from '../../commun/sillage/sillage';
import { enChiffres } from '../../domain/calendrier/dates';
import { dateLocale, fuseau } from '../../domain/calendrier/fuseaux';
import { champsDossier } from '../../domain/dossier/dossier';
import { memePersonne } from '../../domain/dossier/meme-personne';
import type { Numero } from '../../domain/dossier/numero';
import { codeDeFaute, LONGUEUR_MESSAGE, lireTextes } from '../../domain/dossier/valeurs';
import { evaluer } from '../../domain/droit/calculer';
import { inscrireReglement } from '../../domain/droit/parcours-inscrit';
import { phrase } from '../../domain/faits/erreurs';
import { definitions, type Evenement, phraseForme, verifierForme } from '../../domain/faits/evenements';
import type { EntreeJournal } from '../../domain/faits/journal';
import { phraseDeFaute } from '../../domain/faits/phrase-de-faute';
import { phraseSurChamps } from '../../domain/faits/phrase-sur-champs';
import type { EtatParcours } from '../../domain/parcours/parcours';
import { etatParcours, inscrireOuverture, lireDossier, personnesConnues } from '../../registre';
import * as messages from '../../workflows/parcours/messages';
import type { DepsParcours } from './commun/deps';
import { Refus } from './commun/refus';
import { type DemandeOuverture, empreinteOuverture } from './ouverture/demande';
import { cleDAutrui, cleDUneErreur } from './ouverture/reconnaitre';

/**
 * Checks an opening without recording anything.
 * @returns the codes of every reason to refuse it, empty when it may be opened
 */
export function motifsDeRefus(demande: DemandeOuverture, maintenant: Date): { code: string; phrase: string }[] {
  const { evenements: recus, dossier, reference = '' } = demande;
  const textes = lireTextes({ recus, dossier, reference }, LONGUEUR_MESSAGE);
  if (textes.fautes.length > 0)
    return textes.fautes.map((faute) => ({ code: codeDeFaute(faute), phrase: phraseDeFaute(faute) }));
  const formes = demande.evenements.map((evenement) => verifierForme(evenement));
  const malFormes = formes.flatMap((forme, index) =>
    forme.ok ? [] : [{ code: forme.code, phrase: `Événement n° ${index + 1} : ${phraseForme(forme, recus[index])}` }],
  );
  const evenements = formes.flatMap((forme) => (forme.ok ? [forme.evenement as Evenement] : []));
  const aujourdhui = dateLocale(maintenant, fuseau(demande.dossier.residence));
  const { resultat } = evaluer(demande.dossier, evenements, { dateObservation: aujourdhui });
  if (!resultat.valide)
    return [...resultat.erreurs.map((code) => ({ code, phrase: phraseSurChamps(code, champsDossier) })), ...malFormes];
  const rejetes = (resultat.rejets ?? []).map(({ index, code }) => ({
    code,
    phrase: `Événement n° ${index + 1} : ${phraseSurChamps(code, definitions[evenements[index]!.type].champs)}`,
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
export const ouvrirParcours = (
  deps: DepsParcours,
  demande: DemandeOuverture,
  maintenant = new Date(),
): Promise<{ numero: Numero; nouveau: boolean }> =>
  suivre('usage ouvrir', {}, async (dire) => {
    const ouvert = await ouvrir(deps, demande, maintenant);
    dire({ 'jalon.numero': ouvert.numero });
    return ouvert;
  });

async function ouvrir(
  deps: DepsParcours,
  demande: DemandeOuverture,
  maintenant: Date,
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
  if (!inscription.nouveau) await verifierPersonne(deps, inscription.numero, demande);
  await reprendreOuverture(deps, inscription.numero);
  return inscription;
}

/** A key that is known opens nothing; somebody else's is never answered with a number, nor that of a mistake. @throws Refus naming both */
async function verifierPersonne({ registre }: DepsParcours, numero: Numero, demande: DemandeOuverture): Promise<void> {
  const [connue] = await personnesConnues(registre, { empreintes: [empreinteOuverture(demande)], naissances: [] });
  if (connue === undefined) return;
  if (connue.parErreur) throw new Refus([cleDUneErreur(`dossier ${numero}`, demande)]);
  const moi = { ...demande.personnes.identite, dateNaissance: demande.dossier.dateNaissance };
  if (memePersonne(moi, { ...connue.identite, dateNaissance: connue.dateNaissance })) return;
  throw new Refus([cleDAutrui({ ...connue, ou: `dossier ${numero}` }, demande)]);
}

/** Starts the journey of a dossier whose opening was cut half-way. */
export async function reprendreOuverture({ registre, temporal }: DepsParcours, numero: Numero): Promise<void> {
  const inscrit = await lireDossier(registre, numero);
  if (inscrit?.statut === 'OUVERTURE') await demarrer(temporal, etatParcours(inscrit));
}

async function demarrer(temporal: Client, etat: EtatParcours): Promise<void> {
  await temporal.workflow.start(messages.typeParcours, {
    ...messages.departParcours(etat),
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
}
