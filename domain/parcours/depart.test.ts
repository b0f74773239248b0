import { type DateCivile, dateCivile } from '../calendrier/dates';
import { type CourrierAttendu, departReel, estAPartir, type VueDepart } from './depart';
import { libellesStatutCourrier } from './libelles-statut';

const MAINTENANT = '2026-11-27T09:00:00.000Z';
const courrier = (plus: Partial<CourrierAttendu> = {}): CourrierAttendu => ({
  ...{ cle: 'n/C06_CONVOCATION_PRE_BILAN/BENEFICIAIRE/2026-11-30', code: 'C06_CONVOCATION_PRE_BILAN' },
  ...{ destinataire: 'BENEFICIAIRE', date: dateCivile('2026-11-30'), statut: 'A_VENIR' },
  depart: '2026-11-30T10:12:00.000Z',
  ...plus,
});
const reel = (plus: Partial<CourrierAttendu> = {}, vue: Partial<VueDepart> = {}) =>
  departReel(courrier(plus), { maintenant: new Date(MAINTENANT), residence: 'metropole', envoi: 'fenetre', ...vue });
const LE_24 = { date: dateCivile('2026-11-24'), depart: '2026-11-24T10:12:00.000Z' };

it('est encore à partir ce qui n’est pas essayé, se reprend ou est retenu, et rien d’autre', () => {
  const statuts = Object.keys(libellesStatutCourrier) as (keyof typeof libellesStatutCourrier)[];
  expect(statuts.filter((statut) => estAPartir({ statut }))).toEqual(['A_VENIR', 'A_REPRENDRE', 'RETENU']);
});

describe('le départ réel d’un courrier', () => {
  it('est celui de la loi quand rien n’y fait obstacle', () => {
    expect(reel()).toEqual({ quand: '2026-11-30T10:12:00.000Z', jour: '2026-11-30', immediat: false, raison: null });
  });
  it('n’est jamais passé : en retard, il part maintenant, ou à l’ouverture suivante', () => {
    const tard = reel(LE_24);
    expect(tard).toEqual({ quand: MAINTENANT, jour: '2026-11-27', immediat: true, raison: 'RETARD' });
    const soir = reel(LE_24, { maintenant: new Date('2026-11-27T21:00:00.000Z') });
    expect(soir).toEqual({ quand: '2026-11-30T07:00:00.000Z', jour: '2026-11-30', immediat: false, raison: 'RETARD' });
    expect(reel(LE_24, { envoi: 'immediat' }).quand).toBe(MAINTENANT);
  });
  it('que la loi veut à son jour part même un dimanche, en retard aussi', () => {
    const dimanche = { maintenant: new Date('2026-11-29T10:00:00.000Z') };
    expect(reel({ ...LE_24, code: 'C15_RAPPEL_REINSCRIPTION' }, dimanche).jour).toBe('2026-11-29');
    expect(reel({ ...LE_24, code: 'RDV_ANNULE' }, dimanche).jour).toBe('2026-11-30');
  });
  it('dit pourquoi ce n’est pas le jour prévu', () => {
    const dimanche = { date: '2026-11-29' as DateCivile };
    expect(reel(dimanche).raison).toBe('FENETRE');
    const samedi = { date: '2026-11-28' as DateCivile, depart: '2026-11-30T07:00:00.000Z' };
    expect(reel(samedi, { maintenant: new Date('2026-11-28T09:00:00.000Z') }).raison).toBe('FENETRE');
    expect(reel({ ...dimanche, attente: 'SILENCE' }).raison).toBe('SILENCE');
    expect(reel({ ...dimanche, statut: 'A_REPRENDRE' }).raison).toBe('NOUVEL_ESSAI');
    // The retention ends today: it is late because its day was over.
    const retenu = { ...LE_24, attente: 'SURSIS' as const, depart: '2026-11-27T10:00:00.000Z' };
    expect(reel(retenu).raison).toBe('RETARD');
    expect(reel({ ...retenu, depart: '2026-11-30T07:00:00.000Z' }).raison).toBe('SURSIS');
  });
  it('ce qui le faisait attendre est fini depuis : il est en retard', () => {
    expect(reel({ ...LE_24, depart: '2026-11-25T23:00:00.000Z', attente: 'SILENCE' }).raison).toBe('RETARD');
  });
  it('n’a pas de date tant que quelqu’un le tient', () => {
    const sans = (raison: string) => ({ quand: null, jour: null, immediat: false, raison });
    expect(reel({}, { tenu: 'BLOQUE' })).toEqual(sans('BLOQUE'));
    expect(reel({ statut: 'RETENU' })).toEqual(sans('RETENU'));
    expect(reel({}, { decesSignale: true })).toEqual(sans('DECES'));
    expect(reel({ destinataire: 'EMPLOYEUR' }, { decesSignale: true }).quand).not.toBeNull();
  });
});
