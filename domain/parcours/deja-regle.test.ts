import type { Evenement } from '../faits/evenements';
import { appliquer } from './appliquer';
import { accord, entree, parcours, partie } from './de-test/parcours';
import { aChangeDeRegles, clesConnues } from './deja-regle';
import type { EtatParcours } from './parcours';
import { situer } from './situer';
import { versionDomaine } from './version';

const arret = entree('am', {
  evenement: { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-20' } as Evenement,
});
const deuxieme = { type: 'ARRET_MALADIE', debut: '2025-07-01', fin: '2025-07-20' };
const SUSPENSION = '2025-000001-32/SUSPENSION/BENEFICIAIRE/2025-06-01_2025-06-20';

/** A journey that former rules looked at on 2 June, when they knew no letter for a suspension. */
function ancien(reste: Partial<EtatParcours> = {}): { etat: EtatParcours; dejaVoulus: ReadonlySet<string> } {
  const etat = parcours([accord, arret]);
  const { reponse, situation } = demander(etat, '2025-06-02', undefined);
  appliquer(etat, reponse, 0);
  const vues = { ...situation, courriers: situation.courriers.filter(({ code }) => code !== 'SUSPENSION') };
  return { etat: { ...etat, versionDomaine: '0.9.0', ...reste }, dejaVoulus: clesConnues(vues) };
}

const demander = (etat: EtatParcours, jour: string, dejaVoulus: ReadonlySet<string> | undefined) =>
  situer({ etat, enCours: [], maintenant: `${jour}T09:00:00.000Z` }, { envoi: 'immediat', dejaVoulus });
const suspensions = ({ reponse }: ReturnType<typeof situer>) =>
  reponse.dus.filter(({ code }) => code === 'SUSPENSION').map(({ base }) => base);

describe('des règles qui changent', () => {
  it('n’écrivent à personne au sujet de ce que les précédentes avaient réglé, et s’en souviennent', () => {
    const { etat, dejaVoulus } = ancien();
    const demande = demander(etat, '2025-06-05', dejaVoulus);
    expect(suspensions(demande)).toEqual([]);
    expect(demande.reponse.memoires[SUSPENSION]).toMatchObject({ statut: 'REPRIS' });
    appliquer(etat, demande.reponse, 0);
    expect(etat.versionDomaine).toBe(versionDomaine);
    expect(suspensions(demander(etat, '2025-06-06', undefined))).toEqual([]);
  });

  it('la même passe redite, sa réponse s’étant perdue une fois inscrite, répond de même', () => {
    const { etat, dejaVoulus } = ancien();
    const inscrite = demander(etat, '2025-06-05', dejaVoulus).situation;
    const redite = demander(etat, '2025-06-05', clesConnues(inscrite));
    expect(suspensions(redite)).toEqual([]);
    expect(redite.reponse.memoires[SUSPENSION]).toMatchObject({ statut: 'REPRIS' });
  });

  it('un état qui ne dit pas sous quelles règles il vivait en a changé', () => {
    const { etat, dejaVoulus } = ancien({ versionDomaine: undefined });
    expect(suspensions(demander(etat, '2025-06-05', dejaVoulus))).toEqual([]);
  });

  it('écrivent au sujet d’un fait nouveau, reçu à cette passe ou plus tard', () => {
    const { etat, dejaVoulus } = ancien();
    const message = {
      id: 'am2',
      acte: 'consigner',
      contenu: { evenement: deuxieme },
      recuLe: '2025-06-05T08:00:00.000Z',
    } as const;
    const recu = { ...etat, recus: [message] };
    expect(suspensions(demander(recu, '2025-06-05', dejaVoulus))).toEqual(['2025-07-01_2025-07-20']);
    appliquer(etat, demander(etat, '2025-06-05', dejaVoulus).reponse, 0);
    expect(suspensions(demander({ ...etat, recus: [message] }, '2025-06-06', undefined))).toEqual([
      '2025-07-01_2025-07-20',
    ]);
  });

  it('laissent partir ce que les précédentes allaient envoyer, fût-ce sous une autre clé', () => {
    const { etat, dejaVoulus } = ancien();
    expect(suspensions(demander(etat, '2025-06-05', new Set([...dejaVoulus, SUSPENSION])))).toHaveLength(1);
    const autreCle = '2025-000001-32/SUSPENSION/BENEFICIAIRE/2025-06-01';
    expect(suspensions(demander(etat, '2025-06-05', new Set([...dejaVoulus, autreCle])))).toHaveLength(1);
  });

  it('ne redisent pas sous une autre clé ce qui est déjà parti sous la sienne', () => {
    const { etat, dejaVoulus } = ancien();
    const parti = partie('SUSPENSION', '2025-06-01');
    const autreCle = Object.keys(parti)[0]!;
    const connu = { ...etat, courriers: { ...etat.courriers, ...parti } };
    expect(suspensions(demander(connu, '2025-06-05', new Set([...dejaVoulus, autreCle])))).toEqual([]);
  });

  it('ce qui est du jour même part ; de la veille, les précédentes l’avaient réglé', () => {
    const { etat, dejaVoulus } = ancien();
    const sansRetour = new Set([...dejaVoulus].filter((cle) => !cle.includes('/RETOUR/')));
    const retour = (jour: string) =>
      demander(etat, jour, sansRetour).situation.courriers.find(({ code }) => code === 'RETOUR')?.statut;
    expect([retour('2025-06-23'), retour('2025-06-24')]).toEqual(['A_VENIR', 'REPRIS']);
  });

  it('une lettre que seules elles disent fausse n’est pas rectifiée, sauf si un fait nouveau arrive', () => {
    const { etat, dejaVoulus } = ancien();
    const [[cle, memoire]] = Object.entries(partie('C04_ADHESION', '2025-03-10')) as [[string, object]];
    const fausse = { ...memoire, dit: '2025-03-20|2025-03-21' } as EtatParcours['courriers'][string];
    const connu = { ...etat, courriers: { ...etat.courriers, [cle]: fausse } };
    const rectifications = (recus: EtatParcours['recus']) =>
      demander({ ...connu, recus }, '2025-06-05', dejaVoulus).reponse.dus.filter(
        (d) => d.code === 'RECTIFICATION' || d.remplace?.includes(cle),
      ).length;
    const contenu = { evenement: deuxieme };
    expect(rectifications([])).toBe(0);
    expect(rectifications([{ id: 'am2', acte: 'consigner', contenu, recuLe: '2025-06-05T08:00:00.000Z' }])).toBe(1);
  });

  it('ne se voient qu’à un parcours déjà interrogé, et qui n’a rien vu ne connaît aucun courrier', () => {
    const change = (version: number, versionConnue: string) =>
      aChangeDeRegles({ ...parcours([]), version, versionDomaine: versionConnue });
    expect([change(0, '0.9.0'), change(1, '0.9.0'), change(1, versionDomaine)]).toEqual([false, true, false]);
    expect(clesConnues(null).size).toBe(0);
  });

  it('laissent venir ce qui est encore à venir', () => {
    const { etat, dejaVoulus } = ancien();
    const sansSuite = new Set([...dejaVoulus].filter((cle) => !cle.includes('/RETOUR/')));
    const retour = demander(etat, '2025-06-05', sansSuite).situation.courriers.find(({ code }) => code === 'RETOUR');
    expect(retour).toMatchObject({ statut: 'A_VENIR', date: '2025-06-23' });
  });

  it('les mêmes qu’à la dernière passe, elles ne retiennent rien', () => {
    const { etat, dejaVoulus } = ancien({ versionDomaine });
    expect(suspensions(demander(etat, '2025-06-05', dejaVoulus))).toHaveLength(1);
  });
});
