import type { EntreeJournal } from '../faits/journal';
import { entree } from './de-test/parcours';
import { planchersDuSursis } from './sursis';

/** Each entry wants the letters of its id: `a+b` wants `a` and `b`. */
const voulusSelon = (journal: readonly EntreeJournal[]) => new Set(journal.flatMap(({ id }) => id.split('+')));

const a = (heure: string) => `2025-06-02T${heure}:00.000Z`;

function planchers(maintenant: string, faits: Record<string, string>, sursisMinutes = 60, autres: string[] = []) {
  const journal = Object.entries(faits).map(([id, heure]) => entree(id, { enregistreLe: a(heure) }));
  const voulus = [...voulusSelon(journal), ...autres];
  return Object.fromEntries(
    planchersDuSursis({ journal, maintenant: a(maintenant), sursisMinutes, voulus, voulusSelon }),
  );
}

describe('la retenue de ce qui naît d’un fait consigné', () => {
  it('dure une heure à partir du fait, pas une minute de plus', () => {
    expect(planchers('08:30', { a: '08:12' })).toEqual({ a: a('09:12') });
    expect(planchers('09:11', { a: '08:12' })).toEqual({ a: a('09:12') });
    expect(planchers('09:12', { a: '08:12' })).toEqual({});
  });
  it('ne retient pas ce qui était déjà voulu avant', () => {
    expect(planchers('08:30', { a: '06:00', 'a+b': '08:12' })).toEqual({ b: a('09:12') });
  });
  it('chaque courrier attend selon le fait qui l’a fait naître', () => {
    expect(planchers('08:30', { a: '08:00', 'a+b': '08:12' })).toEqual({ a: a('09:00'), b: a('09:12') });
    expect(planchers('08:30', { 'a+b': '08:12', a: '08:00' })).toEqual({ a: a('09:00'), b: a('09:12') });
  });
  it('ce qui naît de la mémoire du parcours attend selon le dernier fait', () => {
    const prolongation = 'n/PROLONGATION/BENEFICIAIRE/x';
    expect(planchers('08:30', { a: '08:00', b: '08:12' }, 60, [prolongation])[prolongation]).toBe(a('09:12'));
    expect(planchers('09:30', { a: '08:00', b: '08:12' }, 60, [prolongation])).toEqual({});
  });
  it('ne retient pas ce que l’ouverture apporte', () => {
    const journal = [entree('a', { enregistreLe: a('08:12'), ouverture: true })];
    const question = { journal, maintenant: a('08:30'), sursisMinutes: 60, voulus: ['a'], voulusSelon };
    expect(planchersDuSursis(question).size).toBe(0);
  });
  it('sans durée, rien n’attend, même d’un fait daté plus tard', () => {
    expect(planchers('08:30', { a: '08:30', b: '09:00' }, 0)).toEqual({});
  });
});
