import { dossierInvente } from '../../../test/outils/ouvertures';
import { nomSaisi } from '../../saisie/formulaire';
import { lireActe, saisieInitiale } from './acte';
import { nouvelEnTete } from './en-tete-acte';

const vu = { dossier: dossierInvente, journal: [] };
const enTete = nouvelEnTete('rectifierDossier', { version: 1 });
const rectifier = (champs: Record<string, string>) => {
  const saisie = Object.fromEntries(Object.entries(champs).map(([nom, v]) => [nomSaisi(nom), v]));
  return lireActe(enTete, { ...saisieInitiale(enTete, vu), ...saisie }, vu, 'conseillere-1');
};

it('rectifier au formulaire juge les valeurs comme un fichier le fait', () => {
  expect(rectifier({ effectifEntreprise: '1\u202f240' })).toMatchObject({
    ok: true,
    contenu: { champs: { effectifEntreprise: 1240 } },
  });
  const refus: [Record<string, string>, string][] = [
    [{ effectifEntreprise: '1.240' }, 'se lit de deux façons'],
    [{ effectifEntreprise: '48,5' }, 'n’est pas un nombre entier de salariés'],
    [{ dateNaissance: '01/01/2030' }, 'n’est pas avant la remise'],
    [{ dateNaissance: '01/01/1900' }, 'ans à la remise'],
  ];
  for (const [champs, dit] of refus) {
    const [nom] = Object.keys(champs);
    expect(rectifier(champs)).toEqual({ ok: false, erreurs: { [nom!]: expect.stringContaining(dit) } });
  }
});
