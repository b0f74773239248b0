import { agirSurUnDossier, depsActes } from '../../client/usages/agir-sur-un-dossier';
import { lireConnu } from '../../client/usages/commun/lire-connu';
import { toutesReserves } from '../../client/usages/previsualiser-un-acte';
import { a9h, type Voyage, voyager } from '../outils/voyage';

const accord = { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' };

describe('ce qui vient après la fin', () => {
  let voyage: Voyage;
  beforeAll(async () => {
    voyage = await voyager('2025-03-03');
  });
  afterAll(() => voyage?.fermer());

  it('le 188e jour d’emploi cumulé met fin au CSP de lui-même, puis un arrêt connu tard ne change rien à une sortie', async () => {
    const numero = await voyage.ouvrir();
    await voyage.consigner(numero, '2025-03-10', accord);
    const contrat = (contratId: string, debut: string, fin: string) => ({
      type: 'REPRISE_EMPLOI',
      contratId,
      nature: 'CDD',
      debut,
      fin,
    });
    await voyage.consigner(numero, '2025-04-28', contrat('c1', '2025-04-28', '2025-07-31'));
    await voyage.consigner(numero, '2025-09-01', contrat('c2', '2025-09-01', '2025-12-15'));
    await voyage.banc.avancer(a9h('2025-12-01'));
    expect(await voyage.situation(numero)).toMatchObject({ etat: 'SUSPENDU' });
    await voyage.banc.avancer(a9h('2025-12-02'));
    expect(await voyage.situation(numero)).toMatchObject({ etat: 'ROMPU', cause: 'CUMUL_ACTIVITE_DEPASSE' });
    await voyage.fin(numero);

    // Le parcours s'est fermé après ses 90 jours d'écoute ; un fait plus tardif le rouvre depuis le registre.
    const avant = await voyage.lettres(numero);
    const { registre, client } = voyage.banc;
    const deps = depsActes({ registre, temporal: client, envoi: 'immediat' });
    const fin = { type: 'FIN_CONTRAT', contratId: 'c2', date: '2025-10-31', motif: 'FIN_ANTICIPEE' };
    const contenu = { id: 'tard', evenement: fin, auteur: 'essai' };
    const demande = { acte: 'consigner', contenu, accepte: toutesReserves, vu: null } as const;
    expect(await agirSurUnDossier(deps, await lireConnu(registre, numero), demande, new Date())).toMatchObject({
      statut: 'ENREGISTRE',
      issue: { statut: 'RETENU' },
    });
    const situation = (await voyage.situation(numero))!;
    expect(situation.resultat).toMatchObject({ motifFin: 'TERME', joursActiviteCumules: 156 });
    const apres = await voyage.lettres(numero);
    expect(apres.filter((lettre) => lettre.endsWith('PARTI')).length).toBeGreaterThan(0);
    expect(apres.filter((l) => l.startsWith('C14')).some((l) => l.endsWith('RECTIFIE'))).toBe(true);
    expect(apres.length).toBeGreaterThanOrEqual(avant.length);
  });
});
