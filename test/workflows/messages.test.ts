import { agirSurUnDossier, type DemandeActe, depsActes } from '../../client/usages/agir-sur-un-dossier';
import { lireConnu } from '../../client/usages/commun/lire-connu';
import { toutesReserves } from '../../client/usages/previsualiser-un-acte';
import { listerTaches } from '../../registre';
import { type Voyage, voyager } from '../outils/voyage';

const acceptation = { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' };

describe('les messages d’un parcours', () => {
  let voyage: Voyage;
  beforeAll(async () => {
    voyage = await voyager('2025-03-03');
  });
  afterAll(() => voyage?.fermer());

  it('dit à son auteur ce que chaque fait est devenu, une fois par identifiant', async () => {
    const numero = await voyage.ouvrir();
    await voyage.consigner(numero, '2025-03-10', acceptation, 'accord');
    await voyage.consigner(numero, '2025-03-10', acceptation, 'accord');
    await voyage.consigner(
      numero,
      '2025-03-11',
      { type: 'REPONSE_SALARIE', date: '2025-03-11', reponse: 'REFUS' },
      'dedit',
    );
    await voyage.consigner(
      numero,
      '2025-03-11',
      { type: 'ARRET_MALADIE', debut: '2025-06-10', fin: '2025-06-01' },
      'inverse',
    );
    await voyage.consigner(numero, '2025-03-11', { type: 'DANSE' }, 'danse');
    await voyage.agir(numero, '2025-03-12', 'annuler', { id: 'x', annule: 'jamais-vu' });
    await voyage.agir(numero, '2025-03-12', 'rectifierDossier', { id: 'r1', champs: { residence: 'etranger' } });
    await voyage.agir(numero, '2025-03-12', 'rectifierDossier', {
      id: 'r2',
      champs: { dateRemise: '2025-03-04' },
      motif: 'récépissé relu',
    });
    await voyage.agir(numero, '2025-03-12', 'arretMaladie', { id: 'am', debut: '2025-06-01', fin: '2025-06-10' });
    await voyage.agir(numero, '2025-03-13', 'corriger', {
      id: 'am2',
      remplace: 'am',
      evenement: { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-15' },
    });
    await voyage.agir(numero, '2025-03-13', 'signaler', {
      id: 'ext',
      evenement: { type: 'DEMANDE_REINSCRIPTION', date: '2025-06-01' },
    });
    await voyage.banc.avancer(new Date('2025-03-14T08:00:00Z'));
    const { issues, journal } = await voyage.vue(numero);
    const codes = Object.fromEntries(Object.values(issues).map((i) => [i.id, i.code ?? i.statut]));
    expect(codes).toEqual({
      accord: 'RETENU',
      dedit: 'RETRACTATION_NON_PREVUE',
      inverse: 'PERIODE_INVERSEE',
      danse: 'TYPE_INCONNU',
      x: 'FAIT_INCONNU',
      r1: 'RESIDENCE_NON_ELIGIBLE',
      r2: 'RETENU',
      am: 'RETENU',
      am2: 'RETENU',
      ext: 'REINSCRIPTION_PREMATUREE',
    });
    expect(issues.dedit).toMatchObject({ statut: 'ECARTE', phrase: expect.stringContaining('acceptation') });
    expect(journal.map((entree) => entree.id)).toEqual(['accord', 'dedit', 'r2', 'am', 'am2', 'ext']);
    const situation = (await voyage.situation(numero))!;
    expect(situation.resultat.debutCsp).toBe('2025-03-26');
    expect(situation.resultat.terme).toBe('2026-04-09');
    const taches = await listerTaches(voyage.banc.registre, { numero });
    expect(taches.filter((t) => t.type === 'FAIT_ECARTE')).toHaveLength(1);
  });

  it('sous un identifiant déjà connu : le même, remis deux fois, est ignoré ; un autre est refusé, et devient une tâche', async () => {
    const numero = await voyage.ouvrir({ identite: { nom: 'Homonyme' }, dossier: { dateRemise: '2025-03-14' } });
    const arret = { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' };
    await voyage.consigner(numero, '2025-03-17', { ...acceptation, date: '2025-03-17' }, 'accord');
    await voyage.consigner(numero, '2025-03-18', arret, 'am');
    const { version } = await voyage.vue(numero);
    await voyage.agir(numero, '2025-03-18', 'consigner', {
      evenement: arret,
      versionVue: 1,
      id: 'am',
      auteur: 'autre',
    });
    expect((await voyage.vue(numero)).version).toBe(version);

    const prolonge = { ...arret, fin: '2025-06-20' };
    for (let fois = 0; fois < 2; fois += 1) await voyage.consigner(numero, '2025-03-18', prolonge, 'am');
    // A system that sends again under one id and dates each time anew: said once.
    for (const motif of ['envoi de 9 h', 'envoi de 9 h 05'])
      await voyage.agir(numero, '2025-03-18', 'signaler', { id: 'am', motif, evenement: arret });
    const { issues, journal } = await voyage.vue(numero);
    expect(journal.map(({ id }) => id)).toEqual(['accord', 'am']);
    const refuses = Object.values(issues).filter(({ statut }) => statut === 'REFUSE');
    expect(refuses.map(({ code }) => code)).toEqual(['IDENTIFIANT_DEJA_PRIS']);
    expect(issues.am).toMatchObject({ statut: 'RETENU' });
    const taches = (await listerTaches(voyage.banc.registre, { numero })).filter(
      ({ type }) => type === 'MESSAGE_REFUSE',
    );
    expect(taches.map(({ libelle }) => libelle)).toEqual([
      expect.stringMatching(
        /^Un message reçu a été refusé : Un autre message a déjà été reçu sous cet identifiant.* refusés sans autre tâche$/,
      ),
    ]);

    // From our own tools, its author is told at once: in the register, the journey's memory is the same.
    const deps = depsActes({ registre: voyage.banc.registre, temporal: voyage.banc.client, envoi: 'immediat' });
    const agir = async (evenement: object) => {
      const contenu = { id: 'am', auteur: 'essai', evenement };
      const demande = { acte: 'consigner', contenu, accepte: toutesReserves, vu: null };
      const inscrit = await lireConnu(voyage.banc.registre, numero);
      return agirSurUnDossier(deps, inscrit, demande as DemandeActe, await voyage.banc.maintenant());
    };
    expect(await agir(arret)).toMatchObject({ statut: 'DEJA_RECU', issue: { statut: 'RETENU' } });
    expect(await agir(prolonge)).toMatchObject({ statut: 'REFUSE', issue: { code: 'IDENTIFIANT_DEJA_PRIS' } });
  });
});
