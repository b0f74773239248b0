import type { DateCivile } from '../../domain/calendrier/dates';
import { enObjet } from '../../domain/dossier/brut';
import { champsDossier, type Dossier } from '../../domain/dossier/dossier';
import type { Surcharge } from '../../domain/dossier/parametres';
import { calculer } from '../../domain/droit/calculer';
import { inscrireReglement } from '../../domain/droit/parcours-inscrit';
import { type Evenement, phraseForme, verifierForme } from '../../domain/faits/evenements';
import type { EntreeJournal } from '../../domain/faits/journal';
import { phraseSurChamps } from '../../domain/faits/phrase-sur-champs';
import type { EtatParcours } from '../../domain/parcours/parcours';
import { Refus } from '../usages/commun/refus';

const NOMS = champsDossier.map((champ) => champ.nom);

/**
 * The journey that a file tells of, never opened: either a document as `ouvrir` takes it, whose people are not looked at, or a
 * scenario `{dossier, evenements, surcharge?}`. What falls before `jour` belongs to the past.
 * @throws Refus with every reason why such a journey could not be
 */
export function parcoursDeFichier(valeur: unknown, jour: DateCivile): EtatParcours {
  const lu = enObjet(valeur);
  const { surcharge } = lu;
  const champs = lu.dossier === undefined ? lu : enObjet(lu.dossier);
  const dossier = Object.fromEntries(NOMS.filter((nom) => champs[nom] != null).map((nom) => [nom, champs[nom]]));
  const bruts = lu.evenements ?? [];
  const resultat = calculer({ dossier, evenements: bruts, surcharge });
  const liste: unknown[] = Array.isArray(bruts) ? bruts : [];
  const formes = liste.map((brut) => verifierForme(brut));
  const malFormes = formes.flatMap((forme, rang) =>
    forme.ok ? [] : [{ code: forme.code, phrase: `Évènement n° ${rang + 1} : ${phraseForme(forme, liste[rang])}` }],
  );
  const erreurs = [
    ...resultat.erreurs.map((code) => ({ code, phrase: phraseSurChamps(code, champsDossier) })),
    ...malFormes,
  ];
  if (erreurs.length > 0) throw new Refus(erreurs);
  const enTete = { auteur: 'fichier', enregistreLe: `${jour}T00:00:00.000Z` };
  const faits = formes.flatMap((forme, rang): EntreeJournal[] =>
    forme.ok
      ? [{ id: `fichier-${rang + 1}`, acte: 'consigner', evenement: forme.evenement as Evenement, ...enTete }]
      : [],
  );
  const adoption: EntreeJournal = {
    id: 'fichier-surcharge',
    acte: 'adopterReglement',
    reglement: { surcharge: enObjet(surcharge) as Surcharge, source: 'fichier' },
    ...enTete,
  };
  return {
    v: 1,
    numero: '',
    agence: '',
    referent: '',
    dossier: inscrireReglement(dossier as unknown as Dossier),
    dateReprise: jour,
    journal: surcharge == null ? faits : [adoption, ...faits],
    recus: [],
    issues: {},
    courriers: {},
    termeAnnonce: null,
    changements: {},
    version: 0,
  };
}
