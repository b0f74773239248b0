import { dossierInvente } from '../../test/outils/ouvertures';
import { jugerRectification } from './rectification';

const codes = (champs: Record<string, unknown>) => jugerRectification(champs, dossierInvente).map((e) => e.code);

it('les valeurs d’une ouverture se rectifient par des valeurs plausibles', () => {
  expect(codes({ dateNaissance: '1985-05-17', effectifEntreprise: 1240 })).toEqual([]);
  expect(codes({ effectifEntreprise: null, bassinEmploi: 'Lille' })).toEqual([]);
  expect(codes({ dateNaissance: '2030-01-01' })).toEqual(['CHAMP_INVALIDE:dateNaissance']);
  expect(codes({ effectifEntreprise: 1.24 })).toEqual(['CHAMP_INVALIDE:effectifEntreprise']);
  expect(codes({ bassinEmploi: 'Le C\u009cur' })).toEqual(['TEXTE_DOUTEUX:bassinEmploi']);
});

it('une remise qui change se juge avec la naissance', () => {
  expect(codes({ dateRemise: '1990-01-01' })).toEqual(['CHAMP_INVALIDE:dateNaissance']);
});
