import { type Anterieur, essaiSuivant, reglePar } from './essai';

const T0 = new Date('2025-09-28T08:00:00.000Z');
const apres = (secondes: number) => new Date(T0.getTime() + secondes * 1_000);

const envoi = (statut: Anterieur['statut'], reste: Partial<Anterieur> = {}): Anterieur => ({
  ...{ rang: 1, canal: 'EMAIL', adresse: 'a@example.org', messageId: '<a@example.org>', statut, tort: null },
  ...{ tentatives: 1, tenteLe: T0, acheveLe: null },
  ...reste,
});
const vers = (adresse: string) => ({ canal: 'EMAIL', adresse }) as const;

describe('ce qui rend un essai inutile', () => {
  it('parti sur ce canal, quelle que soit l’adresse', () => {
    expect(reglePar([envoi('PARTI')], vers('b@example.org'))).toMatchObject({ statut: 'PARTI' });
    expect(reglePar([envoi('PARTI', { canal: 'SMS' })], vers('a@example.org'))).toBeUndefined();
  });
  it('refusé par cette adresse, pas par une autre', () => {
    expect(reglePar([envoi('REJETE')], vers('a@example.org'))).toMatchObject({ statut: 'REJETE' });
    expect(reglePar([envoi('REJETE')], vers('b@example.org'))).toBeUndefined();
  });
  it('revenu par notre faute : il repart, mais pas sans fin', () => {
    const revenus = Array.from({ length: 13 }, (_, i) => envoi('REJETE', { rang: i + 1, tort: 'NOUS' }));
    expect(reglePar(revenus.slice(1), vers('a@example.org'))).toBeUndefined();
    expect(reglePar(revenus, vers('a@example.org'))).toMatchObject({ rang: 13 });
  });
});

describe('l’essai suivant', () => {
  it('le premier, puis un échec repris sous son rang', () => {
    expect(essaiSuivant([], 'EMAIL', 'SEUL', T0)).toEqual({ rang: 1, tentative: 1, interrompus: [] });
    const echec = envoi('ECHEC', { tentatives: 2 });
    expect(essaiSuivant([echec], 'EMAIL', 'SEUL', T0)).toEqual({ rang: 1, tentative: 3, interrompus: [] });
    expect(essaiSuivant([echec], 'SMS', 'SEUL', T0)).toEqual({ rang: 2, tentative: 1, interrompus: [] });
  });
  it('seul, un essai sans issue est mort : un nouveau rang', () => {
    expect(essaiSuivant([envoi('EN_REMISE')], 'EMAIL', 'SEUL', apres(1))).toEqual({
      ...{ rang: 2, tentative: 1, interrompus: [1] },
    });
    // By another channel of the same letter, it says nothing of this one.
    expect(essaiSuivant([envoi('EN_REMISE')], 'SMS', 'SEUL', apres(1))).toMatchObject({ rang: 2, interrompus: [] });
  });
  it('quand les passes se croisent, il est peut-être en cours pendant 65 secondes', () => {
    for (const canal of ['EMAIL', 'SMS'] as const) {
      expect(essaiSuivant([envoi('EN_REMISE')], canal, 'CONCURRENT', apres(64.999))).toBeNull();
      expect(essaiSuivant([envoi('EN_REMISE')], canal, 'CONCURRENT', apres(65))).toEqual({
        ...{ rang: 2, tentative: 1, interrompus: [1] },
      });
    }
  });
});
