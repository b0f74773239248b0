import { PassThrough, Readable } from 'node:stream';
import { Command } from 'commander';
import { acces, accesDe } from './acces';
import { commandes } from './commandes';

/** Every command that does something, as it is typed. */
function connues(): string[] {
  const flux = new PassThrough();
  const console = { entree: Readable.from([]), sortie: flux, erreurs: flux, env: {}, maintenant: () => new Date() };
  return Object.entries(commandes).flatMap(([nom, { charger }]) => {
    const commande = charger()(new Command(nom), console);
    const gestes = commande.commands.map((geste) => `${nom} ${geste.name()}`);
    return gestes.length === 0 || commande.registeredArguments.length > 0 ? [nom, ...gestes] : gestes;
  });
}
const sans = { options: {}, mots: {} };

it('chaque commande est dans la table des accès, et la table n’en invente aucune', () => {
  expect(connues().length).toBeGreaterThan(50);
  expect(connues().sort()).toEqual(Object.keys(acces).sort());
  expect(() => accesDe('oubliee', sans)).toThrow('manque à la table des accès');
});

it('ce qu’une commande demande dépend de ce qui est tapé', () => {
  const pour = (commande: string, options = {}, mots = {}) => accesDe(commande, { options, mots });
  expect(pour('taches')).toBe('lire-portefeuille');
  expect(['faite', 'reporter', 'confier'].map((geste) => pour('taches', { [geste]: 'x' }))).toEqual([
    'terminer-tache',
    'reporter-tache',
    'confier-tache',
  ]);
  expect(
    ['motif', 'confirmer', 'renoncer', 'rejouer', 'liste'].map((geste) => pour('effacer', { [geste]: true })),
  ).toEqual([
    'demander-effacement',
    'confirmer-effacement',
    'renoncer-effacement',
    'rejouer-effacements',
    'lire-effacements',
  ]);
  const coordonnees = { auteur: 'cli', json: true };
  expect(pour('coordonnees', coordonnees)).toBe('lire-dossier');
  expect(pour('coordonnees', { ...coordonnees, telephone: '' })).toBe('changer-coordonnees');
  for (const commande of ['expliquer', 'projeter', 'droits']) {
    expect([commande, pour(commande, {}, { dossier: ['2026-000001-05'] })]).toEqual([commande, 'lire-dossier']);
    for (const fichier of ['essai.json', '-', './2026'])
      expect([commande, pour(commande, {}, { dossier: [fichier] })]).toEqual([commande, 'LIBRE']);
  }
  expect([pour('impact', { scenarios: 'x' }), pour('impact', { code: true }), pour('impact')]).toEqual([
    'LIBRE',
    'etudier-impact-du-code',
    'etudier-impact',
  ]);
});
