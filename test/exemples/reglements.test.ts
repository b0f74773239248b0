import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';
import { fuseau, instantMinuit } from '../../domain/calendrier/fuseaux';
import type { Dossier } from '../../domain/dossier/dossier';
import { etatsFinals } from '../../domain/dossier/etats';
import { calculer } from '../../domain/droit/calculer';
import { inscrireReglement } from '../../domain/droit/parcours-inscrit';
import { reglements } from '../../domain/droit/reglements';
import type { Evenement } from '../../domain/faits/evenements';
import { projeter } from '../../domain/parcours/projeter';
import { situer } from '../../domain/parcours/situer';

const DOSSIERS = join(racine, 'exemples', 'dossiers');
type Document = Dossier & { evenements: Evenement[] };
const exemples = readdirSync(DOSSIERS).map((fichier) => {
  const { evenements, ...dossier } = JSON.parse(readFileSync(join(DOSSIERS, fichier), 'utf8')) as Document;
  return { fichier, dossier, evenements, resultat: calculer({ dossier, evenements }) };
});

it.each(Object.keys(reglements))('le règlement %s a son exemple, mené à son dernier état', (nom) => {
  const siens = exemples.filter((e) => e.resultat.reglement === nom);
  expect(siens.map((e) => e.fichier)).toContain(`${nom}.json`);
});

it.each(exemples.map((e) => [e.fichier, e] as const))('%s se déroule sans refus jusqu’à la fin', (_, exemple) => {
  const { dossier, evenements, resultat } = exemple;
  expect([resultat.valide, resultat.erreurs, resultat.rejets]).toEqual([true, [], []]);
  expect(etatsFinals).toContain(resultat.etatFinal);
  const journal = evenements.map((evenement, rang) => ({
    id: String(rang),
    acte: 'consigner' as const,
    evenement,
    auteur: 'exemple',
    enregistreLe: `${dossier.dateRemise}T08:00:00.000Z`,
  }));
  const etat = {
    v: 1 as const,
    numero: '',
    agence: '',
    referent: '',
    dossier: inscrireReglement(dossier),
    dateReprise: null,
    journal,
    recus: [],
  };
  const memoire = { issues: {}, courriers: {}, termeAnnonce: null, changements: {}, version: 0 };
  const options = { envoi: 'immediat' as const };
  const depart = instantMinuit(dossier.dateRemise, fuseau(dossier.residence)).toISOString();
  const projetes = projeter({ ...etat, ...memoire }, depart, options);
  const fin = projetes.at(-1)!;
  expect(fin.genre).toBe('FIN_ECOUTE');
  const apres = new Date(instantMinuit(fin.date, 'Europe/Paris').getTime() + 2 * 86_400_000).toISOString();
  expect(situer({ etat: { ...etat, ...memoire }, enCours: [], maintenant: apres }, options).reponse.clos).toBe(true);
});
