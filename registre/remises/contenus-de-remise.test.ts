import { rendre } from '../../courriers';
import { exemple, personnesExemple } from '../../courriers/exemples';
import { semblable } from '../../courriers/semblable';
import { contenusDeRemise } from './contenus-de-remise';

const personnes = structuredClone(personnesExemple);
Object.assign(personnes.identite, { prenom: 'Anaïs', nom: 'Œuvrard', email: 'anais.oeuvrard@example.org' });
Object.assign(personnes.agence, { nom: 'Agence de Brest', telephone: '02 98 00 00 00', email: 'brest@example.org' });

async function garder(code: Parameters<typeof exemple>[0]) {
  const donnees = exemple(code, 'BENEFICIAIRE', { numero: '2026-004711-31', personnes });
  const lettre = { donnees, ...rendre(donnees) };
  const octets = async (envoi: Parameters<typeof contenusDeRemise>[0]) =>
    (await contenusDeRemise(envoi, false)).tous.reduce((somme, { octets: { length } }) => somme + length, 0);
  return {
    seule: await octets(lettre),
    avec: await octets({ ...lettre, semblable: semblable(code, 'BENEFICIAIRE') }),
  };
}

describe('ce qui se garde d’une lettre', () => {
  it.each([
    'C01_PROPOSITION',
    'C04_ADHESION',
    'C08_CONVOCATION_POINT_ETAPE',
    'C13_FIN_CSP',
    'RDV_CONVOCATION',
  ] as const)('%s : ce qu’elle a de plus qu’une autre de son genre', async (code) => {
    const { seule, avec } = await garder(code);
    expect(avec).toBeLessThan(4_000);
    expect(avec).toBeLessThan(seule / 5);
  });

  it('les mêmes formes ont les mêmes empreintes, avec un semblable ou sans', async () => {
    const donnees = exemple('C01_PROPOSITION', 'BENEFICIAIRE', { personnes });
    const lettre = { donnees, ...rendre(donnees) };
    const sans = await contenusDeRemise(lettre, false);
    const avec = await contenusDeRemise({ ...lettre, semblable: semblable('C01_PROPOSITION', 'BENEFICIAIRE') }, false);
    expect(avec.sha256).toEqual(sans.sha256);
    expect(avec.tous.map(({ amorce }) => amorce !== null)).toEqual([true, true, true, true]);
    expect(sans.tous.map(({ amorce }) => amorce)).toEqual([null, null, null, null]);
  });
});
