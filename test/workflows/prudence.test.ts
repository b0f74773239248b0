import { libererCeQuiAttend } from '../../client/usages/liberer-interruptions';
import { listerTaches } from '../../registre';
import { type Voyage, voyager } from '../outils/voyage';

const acceptation = { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' };
const deces = { type: 'SORTIE', date: '2025-05-01', motif: 'DECES' };

/** Letters of the register for the person, as `CODE statut`. */
const aLaPersonne = async (v: Voyage, numero: string) =>
  (await v.lettres(numero)).filter((l) => l.includes('BENEFICIAIRE')).map((l) => l.replace(/ BENEFICIAIRE \S+/, ''));

describe('un courrier né d’un fait consigné', () => {
  let v: Voyage;
  beforeAll(async () => {
    v = await voyager('2025-03-03', { sursisMinutes: 60 });
  });
  afterAll(() => v.fermer());

  it('part une heure après, et un fait annulé entre-temps n’envoie rien', async () => {
    const numero = await v.ouvrir({ evenements: [acceptation], dateReprise: '2025-03-03' });
    const arret = { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' };
    await v.consigner(numero, '2025-06-02', arret, 'am');
    await v.banc.avancer(new Date('2025-06-02T07:30:00Z'));
    const attendu = (await v.situation(numero))!.courriers.find((c) => c.code === 'SUSPENSION')!;
    expect(attendu.statut).toBe('A_VENIR');
    expect(attendu.depart.slice(0, 13)).toBe('2025-06-02T08');
    await v.banc.client.workflow.getHandle(`csp-${numero}`).signal('annuler', { annule: 'am', auteur: 'essai' });
    await v.banc.avancer(new Date('2025-06-03T07:00:00Z'));
    expect((await v.lettres(numero)).join()).not.toMatch(/(?:SUSPENSION|PROLONGATION) \S+ \S+ PARTI/);

    await v.consigner(numero, '2025-06-04', arret, 'am2');
    await v.banc.avancer(new Date('2025-06-04T08:30:00Z'));
    expect((await v.lettres(numero)).join()).toMatch(/SUSPENSION BENEFICIAIRE 2025-06-04 PARTI/);
    expect((await v.lettres(numero)).join()).not.toMatch(/PROLONGATION BENEFICIAIRE \S+ PARTI/);
  });
});

describe('ce qu’une personne seule ne décide pas', () => {
  let v: Voyage;
  beforeAll(async () => {
    v = await voyager('2025-03-03');
  });
  afterAll(() => v.fermer());

  it('un décès arrête à l’instant les courriers à la personne, et compte une fois confirmé', async () => {
    const numero = await v.ouvrir();
    await v.consigner(numero, '2025-03-10', acceptation);
    await v.consigner(numero, '2025-05-05', deces, 'deces');
    await v.banc.avancer(new Date('2025-06-30T07:00:00Z'));
    const avant = await aLaPersonne(v, numero);
    expect(avant).not.toContain('C08_CONVOCATION_POINT_ETAPE PARTI');
    const enSuspens = (await v.situation(numero))!;
    expect([enSuspens.etat, enSuspens.decesSignale]).toEqual(['EN_CSP', true]);
    const ouvertes = await listerTaches(v.banc.registre, { numero, statut: 'A_FAIRE' });
    expect(ouvertes.map((t) => t.type)).toContain('A_CONFIRMER');

    await v.agir(numero, '2025-07-01', 'confirmer', { id: 'seul', confirme: 'deces' });
    expect((await v.vue(numero)).issues.seul).toMatchObject({ statut: 'REFUSE', code: 'CONFIRMATION_MEME_PERSONNE' });
    await v.agir(numero, '2025-07-02', 'confirmer', { id: 'deux', confirme: 'deces', auteur: 'collegue' });
    await v.banc.avancer(new Date('2025-07-03T07:00:00Z'));
    const apres = (await v.situation(numero))!;
    expect([apres.etat, apres.resultat.motifFin]).toEqual(['CLOS', 'DECES']);
    expect((await aLaPersonne(v, numero)).filter((l) => l.endsWith('PARTI'))).toEqual(
      avant.filter((l) => l.endsWith('PARTI')),
    );
    const restantes = await listerTaches(v.banc.registre, { numero, statut: 'A_FAIRE' });
    expect(restantes.map((t) => t.type)).not.toContain('A_CONFIRMER');
  });
});

describe('après une interruption de plus de quatre heures', () => {
  let v: Voyage;
  beforeAll(async () => {
    v = await voyager('2025-03-03');
  });
  afterAll(() => v.fermer());

  it('le refus par silence attend que quelqu’un ait vu, ou soit libéré', async () => {
    const interrompre = (debut: string, fin: string) =>
      v.banc.registre.pool.query('INSERT INTO interruptions (debut, fin) VALUES ($1, $2)', [debut, fin]);
    const numero = await v.ouvrir();
    await v.agir(numero, '2025-03-24', 'confirmerSilence', {});
    // Jalon comes back an hour before the midnight at which silence becomes a refusal.
    await interrompre('2025-03-24T16:00:00Z', '2025-03-24T22:00:00Z');
    await v.banc.avancer(new Date('2025-03-25T12:00:00Z'));
    expect((await v.situation(numero))!.etat).toBe('REFUSE');
    expect(await v.lettres(numero)).not.toContain('C05_REFUS BENEFICIAIRE 2025-03-25 PARTI');

    const maintenant = new Date('2025-03-25T12:00:00Z');
    const deps = { registre: v.banc.registre, temporal: v.banc.client };
    expect(await libererCeQuiAttend(deps, 'essai', maintenant)).toBe(1);
    expect(await libererCeQuiAttend(deps, 'essai', maintenant)).toBeNull();
    await v.banc.avancer(new Date('2025-03-25T13:00:00Z'));
    expect(await v.lettres(numero)).toContain('C05_REFUS BENEFICIAIRE 2025-03-25 PARTI');
  });
});
