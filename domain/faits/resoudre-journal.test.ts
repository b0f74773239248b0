import type { DateCivile } from '../calendrier/dates';
import type { Dossier } from '../dossier/dossier';
import type { EntreeJournal } from './journal';
import { type EntreeEcrite, relireEntree } from './relire-journal';
import { resoudreJournal } from './resoudre-journal';

const dossier = { dateRemise: '2025-03-03', residence: 'metropole' } as Dossier;
const le = (date: string) => date as DateCivile;
const entree = (id: string, reste: Partial<EntreeEcrite>): EntreeJournal =>
  relireEntree({ id, auteur: 'ref-1', enregistreLe: '2025-03-10T09:00:00.000Z', ...reste });
const preBilan = (date: string) => ({ type: 'PRE_BILAN_REALISE' as const, date: le(date) });
const psp = (date: string) => ({ type: 'PSP_VALIDE' as const, date: le(date) });

describe('resoudreJournal', () => {
  it('garde les faits dans leur ordre d’arrivée', () => {
    const { faits } = resoudreJournal(dossier, [
      entree('b', { evenement: psp('2025-04-20') }),
      entree('a', { evenement: preBilan('2025-04-01') }),
    ]);
    expect(faits.map((fait) => fait.id)).toEqual(['b', 'a']);
  });

  it('met une correction à la place du fait corrigé, sous son propre identifiant', () => {
    const { faits } = resoudreJournal(dossier, [
      entree('a', { evenement: preBilan('2025-04-01') }),
      entree('b', { evenement: psp('2025-04-20') }),
      entree('c', { evenement: preBilan('2025-04-02'), remplace: 'a' }),
    ]);
    expect(faits).toEqual([
      { id: 'c', evenement: preBilan('2025-04-02') },
      { id: 'b', evenement: psp('2025-04-20') },
    ]);
  });

  it('corrige une correction, par son identifiant ou par celui du premier fait', () => {
    const premiers = [
      entree('a', { evenement: preBilan('2025-04-01') }),
      entree('c', { evenement: preBilan('2025-04-02'), remplace: 'a' }),
    ];
    for (const remplace of ['a', 'c']) {
      const { faits } = resoudreJournal(dossier, [
        ...premiers,
        entree('d', { evenement: preBilan('2025-04-03'), remplace }),
      ]);
      expect(faits).toEqual([{ id: 'd', evenement: preBilan('2025-04-03') }]);
    }
  });

  it('oublie un fait annulé, que l’on ne peut plus corriger', () => {
    const { faits, vivants } = resoudreJournal(dossier, [
      entree('a', { evenement: preBilan('2025-04-01') }),
      entree('b', { annule: 'a', motif: 'saisi deux fois' }),
    ]);
    expect(faits).toEqual([]);
    expect(vivants.has('a')).toBe(false);
  });

  it('dit si le silence est confirmé, si le dossier est fermé comme ouvert par erreur, tant que l’acte tient', () => {
    const lire = (...journal: EntreeJournal[]) => {
      const { silenceConfirme, fermeture, faits } = resoudreJournal(dossier, journal);
      return [silenceConfirme, fermeture?.id ?? null, faits.length];
    };
    const fait = entree('a', { evenement: preBilan('2025-04-01') });
    const silence = entree('s', { silenceConfirme: true });
    const fermee = entree('f', { acte: 'fermerParErreur', motif: 'doublon' });
    expect(lire(fait)).toEqual([false, null, 1]);
    expect(lire(fait, silence)).toEqual([true, null, 1]);
    expect(lire(fait, fermee)).toEqual([false, 'f', 1]);
    expect(lire(fait, silence, entree('x', { annule: 's' }))).toEqual([false, null, 1]);
  });

  it('rend le dossier tel qu’il était quand une rectification est annulée', () => {
    const rectifie = [entree('r', { rectification: { residence: 'guadeloupe' } })];
    expect(resoudreJournal(dossier, rectifie).dossier.residence).toBe('guadeloupe');
    expect(resoudreJournal(dossier, [...rectifie, entree('x', { annule: 'r' })]).dossier).toEqual(dossier);
  });
});
