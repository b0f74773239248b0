import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { racine } from '../../commun/racine';
import { previsualiserOuverture } from '../usages/previsualiser-ouverture';
import { lireDocument } from './document';
import { lireOrganisation } from './organisation';

const lire = (...chemin: string[]) => JSON.parse(readFileSync(join(racine, 'exemples', ...chemin), 'utf8'));
const organisation = lire('organisation.json');
const nominal = lire('dossiers', 'annee-nominale.json');
const codes = (valeur: unknown) => {
  const lu = lireDocument(valeur);
  return lu.ok ? [] : lu.erreurs.map((e) => e.code);
};

it.each(readdirSync(join(racine, 'exemples', 'dossiers')))(
  'exemples/dossiers/%s s’ouvre le jour de sa remise',
  (fichier) => {
    const document = lire('dossiers', fichier);
    const maintenant = new Date(`${document.dateRemise}T12:00:00Z`);
    const examen = previsualiserOuverture(document, { ...organisation, maintenant, envoi: 'immediat', auteur: 'test' });
    expect(examen).toMatchObject({ ok: true, projet: { avertissements: [] } });
  },
);

it('un champ inconnu, à tout niveau, est refusé', () => {
  expect(
    codes({ ...nominal, dateRemisse: '2026-03-03', identite: { ...nominal.identite, surnom: 'Ali' } }).sort(),
  ).toEqual(['CHAMP_INCONNU:dateRemisse', 'CHAMP_INCONNU:identite.surnom']);
});

it('ce qui manque et ce qui ne convient pas sont dits ensemble', () => {
  const { agence, identite, ...reste } = nominal;
  expect(agence).toBe('lille');
  const faux = {
    ...reste,
    identite: { ...identite, nom: '', email: 'sans arobase' },
    referent: 'Mme Vasseur',
    dateReprise: '5 mars',
    modeProposition: 'AILLEURS',
    evenements: 'aucun',
  };
  expect(codes(faux).sort()).toEqual([
    'CHAMP_INVALIDE:evenements',
    'CHAMP_INVALIDE:identite.email',
    'CHAMP_INVALIDE:identite.nom',
    'CHAMP_INVALIDE:referent',
    'CHAMP_MANQUANT:agence',
    'DATE_INVALIDE:dateReprise',
    'MODE_INCONNU',
  ]);
  const lu = lireDocument(faux);
  expect(lu.ok ? [] : lu.erreurs.map((e) => e.phrase)).toEqual(
    expect.arrayContaining([
      'Le champ « identite.email » ne convient pas : « sans arobase » n’est pas une adresse e-mail (forme acceptée : prenom.nom@exemple.fr).',
      'Le champ « identite.nom » ne convient pas : il est vide.',
    ]),
  );
});

it('ce qui n’est pas un objet n’est pas un document', () => {
  for (const valeur of [null, 'texte', [nominal], 3]) expect(codes(valeur)).toEqual(['DOCUMENT_ILLISIBLE']);
});

it('une organisation rattache chaque référent à une agence', () => {
  expect(lireOrganisation(organisation).ok).toBe(true);
  const orphelin = lireOrganisation({ agences: [], referents: organisation.referents.slice(0, 1) });
  expect(orphelin.ok ? [] : orphelin.erreurs.map((e) => e.code)).toEqual(['AGENCE_INCONNUE:lille']);
  expect(lireOrganisation({ agences: [], referents: organisation.referents.slice(0, 1) }, ['lille']).ok).toBe(true);
});
