import fc from 'fast-check';
import { formaterNumero, lireNumero } from './numero';

const numeros = fc.tuple(fc.integer({ min: 2011, max: 2099 }), fc.integer({ min: 1, max: 999_999 }));

describe('numéro de dossier', () => {
  it('porte sa clé : 97 − (AAAANNNNNN mod 97), sur deux chiffres', () => {
    expect(2_026_000_001 % 97).toBe(92);
    expect(formaterNumero(2026, 1)).toBe('2026-000001-05');
    expect(2_025_123_456 % 97).toBe(39);
    expect(formaterNumero(2025, 123_456)).toBe('2025-123456-58');
  });

  it('se relit, avec ou sans tirets', () => {
    fc.assert(
      fc.property(numeros, ([annee, rang]) => {
        const numero = formaterNumero(annee, rang);
        for (const saisie of [numero, numero.replaceAll('-', ''), ` ${numero.replaceAll('-', ' ')} `]) {
          expect(lireNumero(saisie)).toEqual({ ok: true, numero });
        }
      }),
    );
  });

  it('ne survit ni à un chiffre faux ni à deux voisins intervertis', () => {
    fc.assert(
      fc.property(numeros, fc.nat(11), fc.integer({ min: 1, max: 9 }), ([annee, rang], place, ecart) => {
        const chiffres = formaterNumero(annee, rang).replaceAll('-', '').split('');
        const faux = [...chiffres];
        faux[place] = String((Number(faux[place]) + ecart) % 10);
        expect(lireNumero(faux.join('')).ok).toBe(false);

        const intervertis = [...chiffres];
        const voisin = place === 11 ? 10 : place + 1;
        [intervertis[place], intervertis[voisin]] = [intervertis[voisin] as string, intervertis[place] as string];
        if (intervertis[place] !== intervertis[voisin]) expect(lireNumero(intervertis.join('')).ok).toBe(false);
      }),
    );
  });

  it('dit en français ce qui ne va pas', () => {
    expect(lireNumero('12')).toMatchObject({ ok: false, erreur: expect.stringContaining('AAAA-NNNNNN-CC') });
    const bon = formaterNumero(2026, 7);
    const faux = bon.replace('000007', '000008');
    expect(lireNumero(faux)).toMatchObject({ ok: false, erreur: expect.stringContaining('faute de frappe') });
  });

  it('refuse une année qui n’a pas quatre chiffres', () => {
    expect([1000, 9999].map((annee) => formaterNumero(annee, 1).slice(0, 4))).toEqual(['1000', '9999']);
    for (const annee of [999, 10_000, 2026.5])
      expect(() => formaterNumero(annee, 1)).toThrow(`année hors limites : ${annee}`);
    expect(() => formaterNumero(2026, 0)).toThrow('rang hors limites : 0');
    expect(() => formaterNumero(2026, 1.5)).toThrow('rang hors limites : 1.5');
  });

  it('n’en reconnaît pas un dans une année ou un rang qui n’existent pas', () => {
    expect(lireNumero(formaterNumero(1000, 1)).ok).toBe(true);
    // 97 − (999000001 mod 97) = 97 − 33 = 64, 97 − (2026000000 mod 97) = 97 − 91 = 6: the right keys of wrong numbers.
    for (const saisie of ['0999-000001-64', '2026-000000-06', ' 2026 '])
      expect(lireNumero(saisie)).toEqual({
        ok: false,
        erreur: `« ${saisie.trim()} » n’est pas un numéro de dossier : il s’écrit AAAA-NNNNNN-CC, par exemple 2026-000001-05.`,
      });
  });

  it('refuse un rang qui ne tient pas dans six chiffres', () => {
    expect(() => formaterNumero(2026, 1_000_000)).toThrow(RangeError);
    expect(() => formaterNumero(2026, 0)).toThrow(RangeError);
  });
});
