import { rendreReleve } from '../../courriers/documents/releve';
import { dateLocale, fuseau } from '../../domain/calendrier/fuseaux';
import type { Numero } from '../../domain/dossier/numero';
import {
  actualisationsDe,
  type Contenu,
  courriersDuDossier,
  donneesDuDossier,
  formationsDe,
  lireDossier,
  lirePersonnes,
  listerActions,
  listerNotes,
  listerRendezVous,
  listerTaches,
  piecesRecues,
  type Registre,
  tracer,
} from '../../registre';
import { sectionsDesDonnees } from '../affichage/donnees-de-la-personne';
import { champsCoordonnees, enTextes } from './changer-coordonnees';
import { Refus } from './commun/refus';
import { attenduesDe } from './recevoir-piece';

/** Everything held on a person: for a machine, whole, and for her to read. */
export interface DonneesRassemblees {
  json: string;
  pdf: Uint8Array;
}

/**
 * Everything that Jalon holds on a person, for a request of access: every row that names her dossier and every letter, byte for byte, as
 * JSON, and the same in French as a PDF. The audit trail keeps that it was taken.
 * @throws Refus DOSSIER_INCONNU
 */
export async function rassemblerDonnees(
  registre: Registre,
  { numero, auteur }: { numero: Numero; auteur: string },
  maintenant: Date,
): Promise<DonneesRassemblees> {
  const [inscrit, personnes] = await Promise.all([lireDossier(registre, numero), lirePersonnes(registre, numero)]);
  if (inscrit === null || personnes === null) throw Refus.de('DOSSIER_INCONNU');
  // Written first: what is given is traced, whatever happens next.
  await tracer(registre, { numero, auteur, acte: 'RASSEMBLER_DONNEES' }, maintenant);
  const { lignes, contenus } = await donneesDuDossier(registre, numero);
  const [courriers, rendezVous, actions, formations, actualisations, taches, notes, pieces] = await Promise.all([
    courriersDuDossier(registre, numero),
    listerRendezVous(registre, numero),
    listerActions(registre, numero),
    formationsDe(registre, numero),
    actualisationsDe(registre, numero),
    listerTaches(registre, { numero }),
    listerNotes(registre, numero, null),
    piecesRecues(registre, numero),
  ]);
  const textes = enTextes(personnes);
  const coordonnees = champsCoordonnees.map(({ nom, libelle }) => [libelle, textes[nom] ?? ''] as const);
  const vus = { inscrit, personnes, coordonnees, courriers, rendezVous, actions, formations, actualisations, taches };
  const jour = dateLocale(maintenant, fuseau(inscrit.dossier.residence));
  const gardes = { notes, pieces, attendues: attenduesDe(inscrit, jour) };
  const json = {
    ...{ numero, etabliLe: maintenant.toISOString(), ...lignes },
    suiviPar: { referent: personnes.referent, agence: personnes.agence },
    contenus: Object.fromEntries([...contenus].map(([sha256, contenu]) => [sha256, ecrire(contenu)])),
  };
  return {
    json: `${JSON.stringify(json, null, 2)}\n`,
    pdf: rendreReleve({
      ...{ titre: 'Vos données', numero, personnes, jour },
      sections: sectionsDesDonnees({ ...vus, ...gardes }),
    }),
  };
}

/** Words as words, the rest in base64. */
const ecrire = ({ type, octets }: Contenu) =>
  type === 'application/pdf' ? { type, base64: octets.toString('base64') } : { type, texte: octets.toString('utf8') };
