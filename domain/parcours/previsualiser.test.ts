import type { DateCivile } from '../calendrier/dates';
import { accord, entree, parcours, partie } from './de-test/parcours';
import type { EtatParcours, MemoireCourrier, MessageRecu } from './parcours';
import { previsualiserParcours } from './previsualiser';

const MAINTENANT = '2025-06-02T08:00:00.000Z';
const message = (evenement: object, plus: object = {}): MessageRecu => ({
  id: 'm1',
  acte: 'consigner',
  contenu: { auteur: 'ref', evenement, ...plus },
  recuLe: MAINTENANT,
});
const apercu = (evenement: object, etat: EtatParcours = parcours([accord])) =>
  previsualiserParcours(etat, message(evenement), MAINTENANT, { envoi: 'immediat' });
const arret = { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' };
const cles = (liste: readonly { cle: string }[]) => liste.map(({ cle }) => cle.replace('2025-000001-32/', ''));

describe('prévisualiser un fait', () => {
  it('montre les échéances qui bougent, et elles seules', () => {
    const { echeances, issue, avant, apres } = apercu(arret);
    expect(issue).toMatchObject({ id: 'm1', statut: 'RETENU' });
    expect([avant.resultat.terme, apres.resultat.terme]).toEqual(['2026-03-24', '2026-04-03']);
    const dates = echeances.map((e) => [e.cle, e.libelle.replace("'", '’'), e.avant?.date, e.apres?.date]);
    expect(dates).toEqual([
      ['POINT_ETAPE', 'Entretien de point d’étape', '2025-07-24', '2025-08-03'],
      ['BILAN', 'Entretien de bilan', '2026-03-24', '2026-04-03'],
      ['FIN_CSP', 'Terme du CSP (dernier jour)', '2026-03-24', '2026-04-03'],
      ['REINSCRIPTION', 'Réinscription à France Travail', '2026-03-29', '2026-04-08'],
    ]);
  });
  it('montre celles qui disparaissent, apparaissent, se tiennent', () => {
    const emploi = apercu({ type: 'REPRISE_EMPLOI', nature: 'CDI', debut: '2025-06-15' });
    const bout = Object.fromEntries(
      emploi.echeances.map((e) => [e.cle, [e.libelle.replace("'", '’'), e.avant !== null, e.apres !== null]]),
    );
    expect(bout.POINT_ETAPE).toEqual(['Entretien de point d’étape', true, false]);
    expect(bout.SUIVI_1).toEqual(['Suivi dans l’emploi', false, true]);
    const psp = apercu({ type: 'PSP_VALIDE', date: '2025-04-20' });
    expect(psp.echeances.map((e) => [e.cle, e.avant?.statut, e.apres?.statut])).toEqual([['PSP', 'PASSEE', 'FAITE']]);
  });
  it('dit de celles qui disparaissent pourquoi elles n’ont plus d’objet, et non leur ancien calcul', () => {
    const emploi = apercu({ type: 'REPRISE_EMPLOI', nature: 'CDI', debut: '2025-06-15' });
    const raison = (cle: string) => emploi.echeances.find((e) => e.cle === cle)?.pourquoi;
    expect(raison('POINT_ETAPE')).toBe('Le CSP prend fin le 14/06/2025\u00a0: cet entretien n’a plus lieu d’être.');
    expect(raison('REINSCRIPTION')).toBe(
      'Le CSP prend fin le 14/06/2025\u00a0: aucune réinscription n’est à demander.',
    );
    expect(raison('SUIVI_1')).toBe(emploi.apres.echeances.find((e) => e.cle === 'SUIVI_1')?.pourquoi);
    const annule = { id: 'm1', acte: 'annuler' as const, recuLe: MAINTENANT };
    const message = { ...annule, contenu: { auteur: 'ref', annule: 'accord', motif: 'erreur' } };
    const refus = previsualiserParcours(parcours([accord]), message, MAINTENANT, { envoi: 'immediat' });
    const perdues = refus.echeances.filter((e) => e.apres === null);
    expect(new Set(perdues.map((e) => e.pourquoi))).toEqual(
      new Set(['Le silence vaut refus\u00a0: il n’y a pas de CSP.']),
    );
  });
  it('un entretien que la fin du CSP devance n’est plus attendu, sauf s’il a eu lieu', () => {
    const fin = apercu({ type: 'SORTIE', date: '2025-04-01', motif: 'ABANDON' });
    const cles = fin.apres.echeances.map((e) => e.cle);
    expect([cles.includes('PRE_BILAN'), cles.includes('PSP'), cles.includes('BILAN')]).toEqual([false, false, true]);
    const tenu = entree('pb', { evenement: { type: 'PRE_BILAN_REALISE', date: '2025-03-28' as DateCivile } });
    const avec = apercu({ type: 'SORTIE', date: '2025-04-01', motif: 'ABANDON' }, parcours([accord, tenu]));
    expect(avec.apres.echeances.map((e) => e.cle)).toContain('PRE_BILAN');
  });
  it('une fenêtre dont seul le premier jour bouge a bougé', () => {
    const fin = { type: 'ARRET_MALADIE', debut: '2025-07-01', fin: '2025-07-10' };
    const { echeances } = apercu(fin);
    expect(echeances.find((e) => e.cle === 'POINT_ETAPE')).toMatchObject({
      avant: { debut: '2025-06-25', date: '2025-07-24' },
      apres: { debut: '2025-06-25', date: '2025-08-03' },
    });
    const avance = apercu({ type: 'SORTIE', date: '2026-03-24', motif: 'ABANDON' });
    expect(avance.echeances.find((e) => e.cle === 'BILAN')).toMatchObject({
      avant: { debut: '2026-01-25' },
      apres: { debut: '2026-03-25' },
    });
    const depart = apercu({ type: 'SORTIE', date: '2026-02-22', motif: 'ABANDON' });
    expect(depart.echeances.find((e) => e.cle === 'BILAN')).toMatchObject({
      avant: { debut: '2026-01-25', date: '2026-03-24', statut: 'A_VENIR' },
      apres: { debut: '2026-02-23', date: '2026-03-24', statut: 'A_VENIR' },
    });
  });
  it('montre les courriers qui s’ajoutent et ceux qui ne partiront plus', () => {
    const { courriersNouveaux, courriersAnnules, courriersFaux } = apercu(arret);
    expect(cles(courriersNouveaux)).toContain('C13_FIN_CSP/BENEFICIAIRE/2026-03-27');
    expect(cles(courriersAnnules)).toContain('C13_FIN_CSP/BENEFICIAIRE/2026-03-17');
    expect(cles(courriersNouveaux)).not.toContain('C13_FIN_CSP/BENEFICIAIRE/2026-03-17');
    expect(cles(courriersAnnules)).not.toContain('C13_FIN_CSP/BENEFICIAIRE/2026-03-27');
    // What stays as it was is in neither list.
    expect(cles([...courriersNouveaux, ...courriersAnnules]).filter((cle) => cle.startsWith('C10'))).toEqual([]);
    expect(courriersFaux).toEqual([]);
  });
  it('tait les courriers que le fait ne change pas', () => {
    const { avant, apres, courriersNouveaux, courriersAnnules } = apercu(arret);
    const avenir = ({ courriers }: typeof avant) => cles(courriers.filter(({ statut }) => statut === 'A_VENIR'));
    const gardes = avenir(avant).filter((cle) => avenir(apres).includes(cle));
    expect(gardes.length).toBeGreaterThan(0);
    for (const cle of gardes) expect(cles([...courriersNouveaux, ...courriersAnnules])).not.toContain(cle);
  });
  it('montre les courriers partis qui deviendraient faux', () => {
    const convocation = partie('C08_CONVOCATION_POINT_ETAPE', '2025-06-15');
    const deja = { ...parcours([accord]), courriers: { ...convocation, ...partie('C04_ADHESION', '2025-03-10') } };
    const { courriersFaux, courriersAnnules, corrections } = apercu(arret, deja);
    expect(cles(courriersFaux)).toEqual(['C08_CONVOCATION_POINT_ETAPE/BENEFICIAIRE/2025-06-15']);
    expect(Object.values(corrections)).toEqual(['SUSPENSION']);
    expect(cles(courriersAnnules)).not.toContain('C08_CONVOCATION_POINT_ETAPE/BENEFICIAIRE/2025-06-15');
  });
  it('dit de chacun quelle lettre le corrige : la même, quand elle part de nouveau', () => {
    const convocation = partie('C07_CONVOCATION_PSP', '2025-04-22', { dit: '2025-05-02' });
    const preBilan = { type: 'PRE_BILAN_REALISE', date: '2025-03-27' };
    const { corrections, courriersNouveaux } = apercu(preBilan, { ...parcours([accord]), courriers: convocation });
    expect(corrections).toEqual({ [Object.keys(convocation)[0]!]: 'C07_CONVOCATION_PSP' });
    expect(courriersNouveaux).toContainEqual(
      expect.objectContaining({ base: '2025-04-16', remplace: Object.keys(convocation) }),
    );
  });
  it('ne compte pas parmi eux un courrier déjà rectifié', () => {
    const [[cle, memoire]] = Object.entries(partie('C08_CONVOCATION_POINT_ETAPE', '2025-06-01')) as [
      [string, MemoireCourrier],
    ];
    const deja = { ...parcours([accord]), courriers: { [cle]: { ...memoire, statut: 'RECTIFIE' as const } } };
    expect(apercu(arret, deja).courriersFaux).toEqual([]);
  });
  it('un courrier à reprendre que le fait annule ne partira plus', () => {
    const [[cle, memoire]] = Object.entries(partie('C08_CONVOCATION_POINT_ETAPE', '2025-06-15')) as [
      [string, MemoireCourrier],
    ];
    const attend = { ...parcours([accord]), courriers: { [cle]: { ...memoire, statut: 'A_REPRENDRE' as const } } };
    expect(cles(apercu(arret, attend).courriersAnnules)).toContain(
      'C08_CONVOCATION_POINT_ETAPE/BENEFICIAIRE/2025-06-15',
    );
  });
  it('montre les faits repoussés, non ceux qui l’étaient ou qui restent', () => {
    const psp = entree('psp', { evenement: { type: 'PSP_VALIDE', date: '2025-05-20' as DateCivile } });
    const hors = entree('hors', { evenement: { type: 'PSP_VALIDE', date: '2027-01-01' as DateCivile } });
    const { faitsRepousses } = apercu(
      { type: 'SORTIE', date: '2025-05-10', motif: 'ABANDON' },
      parcours([accord, psp, hors]),
    );
    expect(faitsRepousses).toEqual([expect.objectContaining({ id: 'psp', statut: 'ECARTE', code: 'HORS_CSP' })]);
    expect(apercu(arret, parcours([accord, psp, hors])).faitsRepousses).toEqual([]);
  });
  it('montre les alertes nouvelles, non celles qui étaient là', () => {
    const conges = entree('c', {
      evenement: { type: 'CONGES', debut: '2025-04-01' as DateCivile, fin: '2025-05-10' as DateCivile },
    });
    const { alertesNouvelles } = apercu({ type: 'PRE_BILAN_REALISE', date: '2025-05-15' }, parcours([accord, conges]));
    expect(alertesNouvelles).toEqual(['PRE_BILAN_HORS_DELAI']);
  });
  it('dit du courrier faux lequel le remplace, quand une rectification n’est pas à faire', () => {
    const cdi = { type: 'REPRISE_EMPLOI', contratId: 'c', nature: 'CDI', debut: '2025-06-02' };
    const courriers = partie('FIN_POUR_EMPLOI', '2025-06-01');
    const etat = { ...parcours([accord, entree('cdi', { evenement: cdi as never })]), courriers };
    const rupture = message({ type: 'FIN_CONTRAT', contratId: 'c', date: '2025-07-31', motif: 'RUPTURE_ESSAI' });
    const { corrections } = previsualiserParcours(etat, rupture, '2025-08-04T08:00:00.000Z', { envoi: 'immediat' });
    expect(corrections).toEqual({ [Object.keys(courriers)[0]!]: 'REINTEGRATION' });
  });
  it('un décès : signalé, ce qu’il retient ne part plus ; confirmé, ce qui était retenu, et nulle lettre n’en corrige une autre', () => {
    const evenement = { type: 'SORTIE', date: '2025-05-30', motif: 'DECES' };
    const finDite = partie('C13_FIN_CSP', '2026-03-17');
    const convocation = 'C08_CONVOCATION_POINT_ETAPE/BENEFICIAIRE/2025-06-15';
    const signale = apercu(evenement, { ...parcours([accord]), courriers: finDite });
    expect(cles(signale.courriersAnnules)).toContain(convocation);
    expect(signale.courriersFaux).toEqual([]);
    const etat = { ...parcours([accord, entree('d', { evenement: evenement as never })]), courriers: finDite };
    const ailleurs = apercu({ type: 'PSP_VALIDE', date: '2025-05-20' }, etat);
    expect(ailleurs.courriersAnnules).toEqual([]);
    const confirmer: MessageRecu = { ...message({}), acte: 'confirmer', contenu: { auteur: 'autre', confirme: 'd' } };
    const confirme = previsualiserParcours(etat, confirmer, MAINTENANT, { envoi: 'immediat' });
    expect(cles(confirme.courriersFaux)).toEqual(['C13_FIN_CSP/BENEFICIAIRE/2026-03-17']);
    expect(confirme.apres.courriers.map(({ code, statut }) => [code, statut])).toContainEqual([
      'RECTIFICATION',
      'ANNULE',
    ]);
    expect(confirme.corrections).toEqual({});
    expect(cles(confirme.courriersAnnules)).toContain(convocation);
  });
  it('dit quand chaque courrier part vraiment, ou ce qui le tient', () => {
    const suspension = (tenu?: 'BLOQUE') => {
      const options = { envoi: 'immediat' as const, ...(tenu === undefined ? {} : { tenu: () => tenu }) };
      const { courriersNouveaux } = previsualiserParcours(parcours([accord]), message(arret), MAINTENANT, options);
      return courriersNouveaux.find(({ code }) => code === 'SUSPENSION')?.reel;
    };
    expect(suspension()).toEqual({ quand: MAINTENANT, jour: '2025-06-02', immediat: true, raison: null });
    expect(suspension('BLOQUE')).toEqual({ quand: null, jour: null, immediat: false, raison: 'BLOQUE' });
  });
  it('compte les heures là où la personne habite, une rectification comprise', () => {
    expect(apercu(arret).fuseau).toBe('Europe/Paris');
    const champs = { residence: 'la-reunion' };
    const rectifie = entree('r', { rectification: champs });
    expect(apercu(arret, parcours([accord, rectifie])).fuseau).toBe('Indian/Reunion');
    const rectifier = { ...message({}), acte: 'rectifierDossier' as const, contenu: { auteur: 'ref', champs } };
    const vu = previsualiserParcours(parcours([accord]), rectifier, MAINTENANT, { envoi: 'immediat' });
    expect(vu.fuseau).toBe('Indian/Reunion');
  });
  it('n’enregistre rien', () => {
    const etat = parcours([accord]);
    const avant = structuredClone(etat);
    apercu(arret, etat);
    expect(etat).toEqual(avant);
  });
});

describe('les avertissements', () => {
  const am = entree('am', { evenement: { ...arret } as never });
  it('lisent le fait contre le journal, et nomment l’entrée à corriger', () => {
    const second = { ...arret, debut: '2025-06-05' };
    expect(apercu(second, parcours([accord, am])).avertissements.map((a) => a.corrige)).toEqual(['am']);
    expect(apercu(second).avertissements).toEqual([]);
  });
  it('un fait qui se corrige ne s’oppose pas à lui-même, ni celui qu’une correction a remplacé', () => {
    const corriger = (remplace: string, journal = [accord, am]) =>
      previsualiserParcours(parcours(journal), { ...message(arret, { remplace }), acte: 'corriger' }, MAINTENANT, {
        envoi: 'immediat',
      }).avertissements;
    expect(corriger('am')).toEqual([]);
    const second = entree('am2', { acte: 'corriger', remplace: 'am', evenement: { ...arret } as never });
    expect(corriger('am', [accord, am, second])).toEqual([]);
    expect(corriger('accord').map((a) => a.corrige)).toEqual(['am']);
  });
  it('un fait écarté ne couvre aucun jour', () => {
    const avant = { type: 'ARRET_MALADIE', debut: '2027-03-10', fin: '2027-03-20' };
    const tardif = entree('tardif', { evenement: avant as never });
    expect(apercu({ ...avant, debut: '2027-03-11' }, parcours([accord, tardif])).avertissements).toEqual([]);
  });
  it('un message refusé ou sans fait n’en a pas', () => {
    const refuse = apercu({ type: 'PSP_VALIDE' });
    expect([refuse.issue.statut, refuse.avertissements]).toEqual(['REFUSE', []]);
    const annulation = { ...message({}), acte: 'annuler' as const, contenu: { annule: 'am' } };
    const vu = previsualiserParcours(parcours([accord, am]), annulation, MAINTENANT, { envoi: 'immediat' });
    expect(vu.avertissements).toEqual([]);
  });
});
