import { correspond, hacher, refusDuMotDePasse } from './mot-de-passe';

const compte = { id: 'l-vasseur', nom: 'Lucie Vasseur', adresse: 'lucie.v@example.org' };
const refus = (motDePasse: string) => refusDuMotDePasse(motDePasse, compte);

it('douze caractères au moins, accents et emojis comptés pour un', () => {
  expect(refus('onze caract')).toBe('MOT_DE_PASSE_COURT');
  expect(refus('é'.normalize('NFD').repeat(11))).toBe('MOT_DE_PASSE_COURT');
  expect(refus('les tisserands du quai')).toBeNull();
  expect(refus('quai tisser'.padEnd(201, ' z'))).toBe('MOT_DE_PASSE_LONG');
});

it('pas de ceux que l’on essaie en premier, chiffres et signes autour compris', () => {
  for (const courant of [
    'qwertyuiop123',
    'Password1234!',
    'MotDePasse2026',
    '123456789012',
    'aaaaaaaaaaaaa',
    'azertyuiop!!',
  ])
    expect([courant, refus(courant)]).toEqual([courant, 'MOT_DE_PASSE_COURANT']);
});

it('ni le nom, ni l’adresse, ni l’identifiant de son compte', () => {
  for (const devinable of ['vasseur-59000-lille', 'oh, LUCIE est là', 'lucie.v contre tous', 'le l-vasseur du mardi'])
    expect([devinable, refus(devinable)]).toEqual([devinable, 'MOT_DE_PASSE_DEVINABLE']);
});

it('l’empreinte est argon2id, et reconnaît le même texte composé autrement', async () => {
  const empreinte = await hacher('Été à Saint-Malô');
  expect(empreinte).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await correspond(empreinte, 'Été à Saint-Malô'.normalize('NFD'))).toBe(true);
  expect(await correspond(empreinte, 'été à saint-malô')).toBe(false);
});
