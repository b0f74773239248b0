import { ajouterJours, type DateCivile, dateCivile } from '../calendrier/dates';
import { fuseau, instantMinuit } from '../calendrier/fuseaux';
import type { Dossier } from '../dossier/dossier';
import type { Evenement } from '../faits/evenements';
import { partie } from './de-test/parcours';
import { etatInitial } from './etat-initial';
import type { EtatParcours, MessageRecu, ReponseSituer } from './parcours';
import { situer } from './situer';

const dossier: Dossier = {
  dateRemise: dateCivile('2025-03-03'),
  modeProposition: 'ENTRETIEN_PREALABLE',
  motifRupture: 'LICENCIEMENT_ECONOMIQUE',
  effectifEntreprise: 40,
  dateNaissance: dateCivile('1981-05-17'),
  residence: 'metropole',
  joursAffiliation: 700,
  ancienneteMois: 60,
};
const vierge = etatInitial({
  numero: '2025-000001-32',
  agence: 'a',
  referent: 'r',
  dossier,
  dateReprise: null,
  journal: [],
});
const accord = {
  id: 'accord',
  evenement: { type: 'REPONSE_SALARIE' as const, date: dateCivile('2025-03-10'), reponse: 'ACCEPTATION' },
};
const entree = { acte: 'consigner' as const, auteur: 'ref', enregistreLe: '2025-03-10T09:00:00.000Z' };
const accepte: EtatParcours = { ...vierge, journal: [{ ...accord, ...entree }] };

const a = (jour: string, residence = 'metropole') =>
  new Date(instantMinuit(jour as DateCivile, fuseau(residence)).getTime() + 9 * 3_600_000).toISOString();
const demander = (etat: EtatParcours, jour: string) =>
  situer({ etat, enCours: [], maintenant: a(jour, etat.dossier.residence) }, { envoi: 'immediat' });
const message = (acte: MessageRecu['acte'], contenu: object, id = 'm1'): MessageRecu => ({
  id,
  acte,
  contenu,
  recuLe: a('2025-06-02'),
});

/** What the workflow does with an answer, every letter leaving at once. */
function appliquer(etat: EtatParcours, reponse: ReponseSituer, le: string): EtatParcours {
  const partis = reponse.dus.map(({ cle, code, destinataire, base, date, annonce }) => [
    cle,
    { ...{ code, destinataire, base, date, statut: 'PARTI' as const, le, tentatives: 1 }, ...(annonce && { annonce }) },
  ]);
  return {
    ...etat,
    recus: [],
    journal: [...etat.journal, ...reponse.entrees],
    issues: {
      ...etat.issues,
      ...Object.fromEntries(reponse.issues.map((i) => [i.id, { ...i, version: etat.version + 1 }])),
    },
    courriers: { ...etat.courriers, ...reponse.memoires, ...Object.fromEntries(partis) },
    termeAnnonce: reponse.termeAnnonce,
    changements: reponse.changements,
    version: etat.version + 1,
  };
}

describe('situer', () => {
  it('attend la première date venue, avec un libellé qui le dit', () => {
    const { reponse, situation } = demander(accepte, '2025-03-20');
    expect(situation.etat).toBe('ACCEPTE');
    expect(reponse.prochain).toEqual({
      quand: '2025-03-24T23:00:00.000Z',
      libelle: 'Début ou reprise du CSP, le 25/03/2025',
    });
    expect(reponse.attributs).toMatchObject({
      etape: 'ACCEPTE',
      prochaineEcheance: '2025-04-01T22:00:00.000Z',
      terme: '2026-03-23T23:00:00.000Z',
    });
  });

  it('compte les jours dans le fuseau de la personne', () => {
    const etat = { ...accepte, dossier: { ...dossier, residence: 'la-reunion' } };
    expect(demander(etat, '2025-03-20').reponse.prochain?.quand).toBe('2025-03-24T20:00:00.000Z');
  });

  it('montre d’abord l’entretien en retard, puis ce qui vient, jamais l’actualisation de la personne', () => {
    const { situation } = demander(accepte, '2025-04-10');
    expect(situation.prochaine).toMatchObject({ cle: 'PRE_BILAN', statut: 'PASSEE' });
    expect(situation.enUnePhrase).toBe(
      'En CSP depuis le 25/03/2025\u202f; en retard\u00a0: entretien de pré-bilan, à faire pour le 02/04/2025.',
    );
    expect(demander(accepte, '2025-03-30').situation.prochaine?.cle).toBe('PRE_BILAN');
  });

  it('envoie un courrier en retard s’il est encore utile, et dit quand il ne l’est plus', () => {
    const { reponse } = demander(vierge, '2025-03-25');
    expect(reponse.dus).toEqual([]);
    expect(
      Object.values(reponse.memoires)
        .map((m) => `${m.code} ${m.statut}`)
        .sort(),
    ).toEqual(['C01_PROPOSITION PERIME', 'C02_RAPPEL_REFLEXION PERIME', 'C02_RAPPEL_REFLEXION PERIME']);
    // What it says is not recalled the same day.
    expect(demander(vierge, '2025-03-20').reponse.dus.map((d) => d.code)).toEqual(['C01_PROPOSITION']);
  });

  it('n’envoie pas en retard une convocation à un entretien déjà tenu', () => {
    const psp = {
      id: 'psp',
      ...entree,
      evenement: { type: 'PSP_VALIDE' as const, date: dateCivile('2025-04-28') },
    };
    const adhere = { ...accepte, courriers: { ...accepte.courriers, ...partie('C04_ADHESION', '2025-03-10') } };
    const { reponse } = demander({ ...adhere, journal: [...accepte.journal, psp] }, '2025-04-29');
    expect(Object.values(reponse.memoires).map((m) => `${m.code} ${m.statut}`)).toContain('C07_CONVOCATION_PSP PERIME');
    expect(demander(adhere, '2025-04-29').reponse.dus.map((d) => d.code)).toContain('C07_CONVOCATION_PSP');
  });

  it('retient deux jours ouvrés le refus d’une personne silencieuse, pas celui qu’elle a exprimé', () => {
    const departs = (etat: EtatParcours) =>
      demander(etat, '2025-03-25')
        .situation.courriers.filter((c) => c.code === 'C05_REFUS')
        .map((c) => c.depart);
    expect(departs(vierge)).toEqual(['2025-03-26T23:00:00.000Z', '2025-03-26T23:00:00.000Z']);
    const refus = { ...accord, evenement: { ...accord.evenement, reponse: 'REFUS' } };
    expect(departs({ ...vierge, journal: [{ ...refus, ...entree }] })).toEqual([
      '2025-03-24T23:00:00.000Z',
      '2025-03-24T23:00:00.000Z',
    ]);
  });

  it('laisse partir le refus par silence dès qu’un conseiller le confirme', () => {
    const etat = { ...vierge, recus: [message('confirmerSilence', {}, 'conf')] };
    expect(demander(vierge, '2025-03-25').reponse.dus).toEqual([]);
    expect(demander(etat, '2025-03-25').reponse.dus.map((d) => d.code)).toEqual(['C05_REFUS', 'C05_REFUS']);
  });

  it('pose la question du silence le dernier jour ouvré, une seule fois', () => {
    expect(demander(vierge, '2025-03-23').reponse.taches).toEqual([]);
    const [tache] = demander(vierge, '2025-03-24').reponse.taches;
    expect(tache).toMatchObject({ type: 'BULLETIN_RECU', cle: '2025-000001-32/BULLETIN_RECU/2025-03-24' });
    expect(demander(accepte, '2025-03-24').reponse.taches.map((t) => t.type)).toEqual(['PIECES_A_REUNIR']);
  });

  it('réessaie plus tard un courrier qui n’a pas pu partir, de plus en plus espacé', () => {
    const cle = '2025-000001-32/C01_PROPOSITION/BENEFICIAIRE/2025-03-03';
    const apres = (tentatives: number, minutes: number) => {
      const le = a('2025-03-03');
      const memoire = {
        code: 'C01_PROPOSITION',
        destinataire: 'BENEFICIAIRE' as const,
        base: '2025-03-03',
        date: dateCivile('2025-03-03'),
        statut: 'A_REPRENDRE' as const,
        le,
        tentatives,
      };
      const maintenant = new Date(Date.parse(le) + minutes * 60_000).toISOString();
      return situer(
        { etat: { ...vierge, courriers: { [cle]: memoire } }, enCours: [], maintenant },
        { envoi: 'immediat' },
      ).reponse.dus.length;
    };
    expect([apres(1, 14), apres(1, 15), apres(2, 59), apres(2, 60), apres(3, 239), apres(9, 240)]).toEqual([
      0, 1, 0, 1, 0, 1,
    ]);
  });

  it('ne relance pas un courrier dont la remise est en cours', () => {
    const dus = demander(vierge, '2025-03-03').reponse.dus;
    expect(dus).toHaveLength(1);
    const { reponse } = situer(
      { etat: vierge, enCours: [dus[0]!.cle], maintenant: a('2025-03-03') },
      { envoi: 'immediat' },
    );
    expect(reponse.dus).toEqual([]);
  });

  it('marque rectifié le courrier parti que la suite a rendu faux, et le rétablit si elle redevient vraie', () => {
    let etat = appliquer(accepte, demander(accepte, '2026-03-18').reponse, a('2026-03-18'));
    const fin = (e: EtatParcours) =>
      Object.entries(e.courriers)
        .filter(([cle]) => cle.includes('C13'))
        .map(([cle, m]) => `${cle.slice(-10)} ${m.statut}`);
    expect(fin(etat)).toEqual(['2026-03-17 PARTI']);
    etat = { ...etat, recus: [message('arretMaladie', { debut: '2026-03-19', fin: '2026-03-28' })] };
    etat = appliquer(etat, demander(etat, '2026-03-19').reponse, a('2026-03-19'));
    expect(fin(etat)).toEqual(['2026-03-17 RECTIFIE']);
    expect(etat.termeAnnonce).toBe('2026-04-03');
    const id = etat.journal.at(-1)!.id;
    etat = { ...etat, recus: [message('annuler', { annule: id }, 'm2')] };
    etat = appliquer(etat, demander(etat, '2026-03-20').reponse, a('2026-03-20'));
    expect(fin(etat)).toEqual(['2026-03-17 PARTI']);
    const annonces = Object.values(etat.courriers).filter((c) => c.code === 'PROLONGATION');
    // The first new end was told by the letter on the suspension.
    expect(annonces.map((c) => `${c.destinataire} ${c.statut}`).sort()).toEqual([
      'BENEFICIAIRE ANNULE',
      'BENEFICIAIRE PARTI',
      'CONSEILLER PARTI',
      'CONSEILLER PARTI',
    ]);
  });

  it('fait une tâche d’un fait repoussé par un autre, et d’un fait écarté redevenu valide', () => {
    const reprise = { type: 'REPRISE_EMPLOI', contratId: 'c1', nature: 'CDI', debut: '2025-06-01' };
    let etat: EtatParcours = {
      ...accepte,
      recus: [message('consigner', { evenement: { type: 'PSP_VALIDE', date: '2025-06-10' } }, 'psp')],
    };
    etat = appliquer(etat, demander(etat, '2025-06-11').reponse, a('2025-06-11'));
    expect(etat.issues.psp?.statut).toBe('RETENU');
    etat = { ...etat, recus: [message('consigner', { evenement: reprise }, 'cdi')] };
    const repousse = demander(etat, '2025-06-12').reponse;
    expect(repousse.issues).toContainEqual(expect.objectContaining({ id: 'psp', statut: 'ECARTE', code: 'HORS_CSP' }));
    expect(repousse.taches.map((t) => t.type)).toEqual(['PIECES_A_REUNIR', 'FAIT_ECARTE']);
    etat = appliquer(etat, repousse, a('2025-06-12'));
    etat = { ...etat, recus: [message('annuler', { annule: 'cdi' }, 'x')] };
    expect(demander(etat, '2025-06-13').reponse.taches.map((t) => t.type)).toContain('FAIT_REDEVENU_VALIDE');
  });

  it('ne laisse pas un fait tardif défaire une réinscription faite à temps, mais le compte si elle est annulée', () => {
    const consigner = (id: string, evenement: object) => message('consigner', { evenement }, id);
    let etat: EtatParcours = {
      ...accepte,
      recus: [consigner('r', { type: 'DEMANDE_REINSCRIPTION', date: '2026-03-26' })],
    };
    etat = appliquer(etat, demander(etat, '2026-03-26').reponse, a('2026-03-26'));
    etat = { ...etat, recus: [consigner('am', { type: 'ARRET_MALADIE', debut: '2026-03-10', fin: '2026-03-20' })] };
    const tardif = demander(etat, '2026-03-27');
    expect(tardif.situation).toMatchObject({ etat: 'REINSCRIT', resultat: { terme: '2026-03-24' } });
    expect(tardif.reponse.issues).toContainEqual(
      expect.objectContaining({ id: 'am', statut: 'ECARTE', code: 'REINSCRIPTION_EFFECTIVE' }),
    );
    etat = appliquer(etat, tardif.reponse, a('2026-03-27'));
    expect(demander(etat, '2026-03-28').situation.etat).toBe('REINSCRIT');
    etat = { ...etat, recus: [message('annuler', { annule: 'r' }, 'x')] };
    expect(demander(etat, '2026-03-28').situation).toMatchObject({ etat: 'EN_CSP', resultat: { terme: '2026-04-04' } });
  });

  it('rouvre un CSP terminé quand un arrêt connu tard repousse le terme au-delà d’aujourd’hui', () => {
    let etat = appliquer(accepte, demander(accepte, '2026-03-27').reponse, a('2026-03-27'));
    expect(demander(etat, '2026-03-27').situation.etat).toBe('TERMINE');
    etat = { ...etat, recus: [message('arretMaladie', { debut: '2026-03-10', fin: '2026-03-20' })] };
    const rouvert = demander(etat, '2026-03-27');
    expect(rouvert.situation).toMatchObject({ etat: 'EN_CSP', resultat: { terme: '2026-04-04' } });
    const rectifies = Object.values(rouvert.reponse.memoires)
      .filter((m) => m.statut === 'RECTIFIE')
      .map((m) => m.code);
    expect(rectifies).toEqual(expect.arrayContaining(['C14_CESSATION_INSCRIPTION']));
    expect(rouvert.reponse.dus.map((d) => d.code)).toContain('PROLONGATION');
  });

  it('rouvre un refus par silence quand une acceptation datée à temps est consignée plus tard', () => {
    const avant = appliquer(vierge, demander(vierge, '2025-03-28').reponse, a('2025-03-28'));
    const etat = { ...avant, recus: [message('consigner', { evenement: accord.evenement }, 'accord')] };
    const { situation, reponse } = demander(etat, '2025-03-28');
    expect(situation.etat).toBe('EN_CSP');
    expect(Object.values(reponse.memoires).map((m) => `${m.code} ${m.destinataire} ${m.statut}`)).toEqual(
      expect.arrayContaining(['C05_REFUS BENEFICIAIRE RECTIFIE', 'C05_REFUS EMPLOYEUR RECTIFIE']),
    );
    expect(reponse.dus.map((d) => `${d.code} ${d.destinataire}`)).toEqual(
      expect.arrayContaining(['C04_ADHESION BENEFICIAIRE', 'C04_ADHESION EMPLOYEUR']),
    );
    // The letter of the acceptance asks for the pré-bilan.
    expect(reponse.dus.map((d) => d.code)).not.toContain('C06_CONVOCATION_PRE_BILAN');
  });

  it('une reprise ne doit rien de ce qui la précède', () => {
    const { reponse } = demander({ ...accepte, dateReprise: dateCivile('2025-06-01') }, '2025-06-01');
    expect(new Set(Object.values(reponse.memoires).map((m) => m.statut))).toEqual(new Set(['REPRIS']));
    expect(reponse.dus).toEqual([]);
    expect(reponse.taches).toEqual([]);
  });

  it('range dans le passé les échéances d’avant la reprise : rien n’est en retard', () => {
    const { situation } = demander({ ...accepte, dateReprise: dateCivile('2025-06-01') }, '2025-06-01');
    const statuts = Object.fromEntries(situation.echeances.map((e) => [e.cle, e.statut]));
    expect(statuts).toMatchObject({ PRE_BILAN: 'REPRISE', PSP: 'REPRISE', POINT_ETAPE: 'A_VENIR' });
    expect(situation.prochaine?.cle).toBe('POINT_ETAPE');
  });

  it('dit qu’un salarié protégé attend l’inspection du travail, puis fait annoncer les dates quand elles sont connues', () => {
    const protege = { ...accepte, dossier: { ...dossier, salarieProtege: true } };
    const { situation, reponse } = demander(protege, '2025-04-01');
    expect(situation.attente).toBe('Décision de l’inspection du travail');
    expect(situation.enUnePhrase).toContain('en attente\u00a0: décision de l’inspection du travail');
    expect(reponse.details).toContain('Attend : **Décision de l’inspection du travail**');
    expect(reponse.prochain).toBeNull();
    const decision = { type: 'DECISION_AUTORISATION', date: '2025-04-02', decision: 'AUTORISE' };
    const connu = demander({ ...protege, recus: [message('consigner', { evenement: decision })] }, '2025-04-02');
    expect(connu.situation.attente).toBeNull();
    const [tache] = connu.reponse.taches;
    expect(tache).toMatchObject({ type: 'DATES_CONNUES', echeance: '2025-04-04' });
    expect(tache?.libelle).toContain('la fin du contrat, le 03/04/2025, et le début du CSP, le 04/04/2025');
  });

  it('ne perd aucun message refusé : une tâche pour chacun, et une ligne de la page du parcours', () => {
    const recus = [
      message('arretMaladie', { debut: '2025-13-01' }, 'm1'),
      message('signaler', 'coucou' as never, 'm2'),
      message('consigner', { evenement: { type: 'DANSE' } }, 'm3'),
      message('annuler', { annule: 'zzz' }, 'm4'),
      message('corriger', { remplace: 'zzz', evenement: { type: 'PSP_VALIDE', date: '2025-03-20' } }, 'm5'),
    ];
    const { reponse } = demander({ ...accepte, recus }, '2025-03-20');
    expect(reponse.issues.filter((i) => i.statut === 'REFUSE').map((i) => i.code)).toEqual([
      'DATE_INVALIDE',
      'MESSAGE_ILLISIBLE',
      'TYPE_INCONNU',
      'FAIT_INCONNU',
      'FAIT_INCONNU',
    ]);
    expect(reponse.taches.map((t) => t.cle)).toEqual([
      '2025-000001-32/PIECES_A_REUNIR',
      '2025-000001-32/MESSAGE_REFUSE/m1',
      ...['m2', 'm3', 'm4', 'm5'].map((id) => `2025-000001-32/MESSAGE_REFUSE/${id}`),
    ]);
    expect(reponse.details).toContain(`- Aucun fait en vigueur n’est enregistré sous cet identifiant. × 2`);
  });

  it('n’annule pas un fait corrigé depuis : c’est la correction qui s’annule', () => {
    const arret = { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' };
    const recus = [
      message('consigner', { evenement: arret }, 'x1'),
      message('corriger', { remplace: 'x1', evenement: { ...arret, fin: '2025-06-12' } }, 'x2'),
      message('annuler', { annule: 'x1' }, 'x3'),
      message('annuler', { annule: 'x2' }, 'x4'),
    ];
    const { issues } = demander({ ...accepte, recus }, '2025-06-15').reponse;
    const codes = Object.fromEntries(issues.map((i) => [i.id, i.code ?? i.statut]));
    expect(codes).toMatchObject({ x3: 'FAIT_REMPLACE', x4: 'RETENU' });
  });

  it('écoute 90 jours après le dernier état, puis se ferme', () => {
    const { situation } = demander(vierge, '2025-04-01');
    expect(situation.ecouteJusquau).toBe('2025-06-23');
    expect(demander(vierge, '2025-06-23').reponse.clos).toBe(false);
    expect(demander(vierge, ajouterJours(dateCivile('2025-06-23'), 1)).reponse.clos).toBe(true);
  });

  it('rouvert par un fait tardif, il ne se referme pas avant que la lettre retenue une heure ne parte', () => {
    const arret = { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' };
    const recus = [message('consigner', { evenement: arret, auteur: 'ref' }, 'tard')];
    const demanderAvecRetenue = (etat: EtatParcours, maintenant: string) =>
      situer({ etat, enCours: [], maintenant }, { envoi: 'immediat', sursisMinutes: 60 }).reponse;
    const envoyees = ({ dus }: ReponseSituer) => dus.filter(({ code }) => code === 'REJET');
    const [neuf, dix] = ['2025-07-10T07:00:00.000Z', '2025-07-10T08:00:00.000Z'];
    const recu = demanderAvecRetenue({ ...vierge, recus: recus.map((m) => ({ ...m, recuLe: neuf })) }, neuf);
    expect([envoyees(recu), recu.clos, recu.prochain]).toMatchObject([[], false, { quand: dix }]);
    const etat = appliquer({ ...vierge, recus: [] }, recu, neuf);
    const due = demanderAvecRetenue(etat, dix);
    expect(envoyees(due)).toHaveLength(1);
    expect(demanderAvecRetenue(appliquer(etat, due, dix), dix).clos).toBe(true);
  });

  it('ne nomme aucune cause d’absence dans ce que Temporal montre en clair', () => {
    let etat: EtatParcours = {
      ...accepte,
      recus: [message('arretMaladie', { debut: '2025-06-01', fin: '2025-06-10' })],
    };
    etat = appliquer(etat, demander(etat, '2025-06-02').reponse, a('2025-06-02'));
    const { reponse } = demander(etat, '2025-06-05');
    expect(reponse.etat).toBe('SUSPENDU');
    expect(JSON.stringify([reponse.attributs, reponse.details, reponse.prochain])).not.toMatch(/maladie|arr[êe]t/i);
  });
});

describe('ce que le parcours attend', () => {
  const attendu = (etat: EtatParcours, jour: string) => demander(etat, jour).reponse.prochain?.libelle;
  it('se dit : la question du silence, une échéance qui approche, son dernier jour, la fin d’écoute', () => {
    expect(attendu(vierge, '2025-03-21')).toBe('Question au référent : bulletin d’acceptation reçu ?');
    expect(attendu(vierge, '2025-03-24')).not.toContain('Question');
    const partis = ['C10_CONTRIBUTION', 'C06_CONVOCATION_PRE_BILAN'].map((code) => [
      `${vierge.numero}/${code}/${code === 'C10_CONTRIBUTION' ? 'EMPLOYEUR' : 'BENEFICIAIRE'}/2025-03-25`,
      {
        ...{ code, destinataire: code === 'C10_CONTRIBUTION' ? 'EMPLOYEUR' : 'BENEFICIAIRE', base: '2025-03-25' },
        ...{ date: dateCivile('2025-03-25'), statut: 'PARTI', le: a('2025-03-25'), tentatives: 1 },
      },
    ]);
    const convoque = { ...accepte, courriers: Object.fromEntries(partis) } as EtatParcours;
    expect(attendu(convoque, '2025-03-25')).toBe('Entretien de pré-bilan : le 02/04/2025 approche');
    expect(attendu(convoque, '2025-03-28')).toBe('Entretien de pré-bilan : au plus tard le 02/04/2025');
    const refus = { type: 'REPONSE_SALARIE' as const, date: dateCivile('2025-03-10'), reponse: 'REFUS' };
    const refuse = { ...vierge, journal: [{ id: 'non', evenement: refus, ...entree }] };
    let fini: EtatParcours = refuse;
    for (const jour of ['2025-03-20', '2025-03-25', '2025-05-28'])
      fini = appliquer(fini, demander(fini, jour).reponse, a(jour));
    expect(demander(fini, '2025-05-29').reponse).toMatchObject({
      prochain: { quand: '2025-06-23T22:00:00.000Z', libelle: 'Fin d’écoute, le 23/06/2025' },
      clos: false,
    });
    expect(demander(fini, '2025-06-23').reponse.clos).toBe(false);
    expect(demander(fini, '2025-06-24').reponse).toMatchObject({ prochain: null, clos: true });
  });

  it('la fin du délai de réflexion n’est pas un entretien : rien ne rappelle qu’elle approche', () => {
    expect(attendu(vierge, '2025-03-18')).toBe(
      'Envoi « Rappel du délai de réflexion » (bénéficiaire), prévu le 21/03/2025',
    );
  });

  it('les alertes sont rangées', () => {
    const ouverture = { ...dossier, dateRemise: dateCivile('2027-01-11'), finCongeMaternite: dateCivile('2027-01-01') };
    const le = (id: string, evenement: Evenement) => ({ id, ...entree, evenement });
    const journal = [
      le('oui', { ...accord.evenement, date: dateCivile('2027-01-12') }),
      le('pb', { type: 'PRE_BILAN_REALISE', date: dateCivile('2027-03-15') }),
    ];
    const { situation, reponse } = demander({ ...vierge, dossier: ouverture, journal }, '2027-03-16');
    expect(situation.alertes).toEqual([
      'PRE_BILAN_HORS_DELAI',
      'REGLEMENT_ECHU_A_CONFIRMER',
      'REMISE_TARDIVE_MATERNITE',
    ]);
    expect(reponse.attributs.alertes).toBe(3);
  });

  it('les courriers vont dans l’ordre de leur départ, puis de leur clé', () => {
    const departs = demander(accepte, '2025-03-20').situation.courriers.map((c) => `${c.depart} ${c.cle}`);
    expect(departs.length).toBeGreaterThan(5);
    expect(departs).toEqual([...departs].sort());
  });
});

describe('une relance', () => {
  const cle = `${vierge.numero}/C10_CONTRIBUTION/EMPLOYEUR/2025-03-25`;
  const retenu: EtatParcours = {
    ...accepte,
    courriers: {
      [cle]: {
        ...{ code: 'C10_CONTRIBUTION', destinataire: 'EMPLOYEUR', base: '2025-03-25' },
        ...{ date: dateCivile('2025-03-25'), statut: 'RETENU', le: a('2025-03-26'), tentatives: 1 },
      },
    },
  };
  const dus = (recus: MessageRecu[]) =>
    situer({ etat: { ...retenu, recus }, enCours: [], maintenant: a('2025-03-26') }, { envoi: 'immediat' }).reponse;

  it('fait partir aussitôt ce qui était retenu, n’entre pas au journal et a son issue', () => {
    expect(dus([]).dus.map((d) => d.cle)).not.toContain(cle);
    const { dus: partis, entrees, issues } = dus([message('relancer', {}, 'r1')]);
    expect(partis.map((d) => d.cle)).toContain(cle);
    expect(entrees).toEqual([]);
    expect(issues).toContainEqual({ id: 'r1', statut: 'RETENU', code: null, phrase: null });
  });
  it('reçue avec un autre message, elle vaut autant ; un autre message seul n’en est pas une', () => {
    const silence = message('confirmerSilence', {}, 's1');
    expect(dus([silence]).dus.map((d) => d.cle)).not.toContain(cle);
    const ensemble = dus([silence, message('relancer', {}, 'r1')]);
    expect(ensemble.dus.map((d) => d.cle)).toContain(cle);
    expect(ensemble.entrees.map((e) => e.id)).toEqual(['s1']);
  });
});

describe('la retenue d’un fait frais', () => {
  const arret = (id: string, enregistreLe: string, debut: string) => ({
    ...{ id, acte: 'consigner' as const, auteur: 'ref', enregistreLe },
    evenement: { type: 'ARRET_MALADIE' as const, debut: dateCivile(debut), fin: dateCivile('2025-06-20') },
  });
  const depart = (etat: EtatParcours, code: string, surcharge = {}) =>
    situer(
      { etat, enCours: [], maintenant: '2025-06-02T09:10:00.000Z' },
      { envoi: 'immediat', sursisMinutes: 60, surcharge },
    ).situation.courriers.find((c) => c.code === code && c.statut === 'A_VENIR')?.depart;

  it('ne retient pas un courrier que les règles voulaient déjà', () => {
    const etat = { ...accepte, journal: [...accepte.journal, arret('am', '2025-06-02T09:00:00.000Z', '2025-06-02')] };
    expect(depart(etat, 'SUSPENSION')).toBe('2025-06-02T10:00:00.000Z');
    expect(depart(etat, 'C13_FIN_CSP')).toMatch(/^2026-/);
  });
  it('laisse partir aussitôt ce qui était déjà dû, avec les paramètres de l’agence et ceux que le dossier a adoptés', () => {
    const adopte = {
      ...{ id: 'ad', acte: 'adopterReglement' as const, auteur: 'ref', enregistreLe: '2025-04-01T09:00:00.000Z' },
      reglement: { surcharge: { convocationJoursAvant: 9 }, source: 'avenant' },
    };
    const frais = arret('am', '2025-06-02T09:00:00.000Z', '2025-06-02');
    const etat = { ...accepte, journal: [...accepte.journal, frais] };
    expect(depart(etat, 'C07_CONVOCATION_PSP')).toBe('2025-04-21T22:00:00.000Z');
    expect(depart(etat, 'C07_CONVOCATION_PSP', { preBilanJours: 10 })).toBe('2025-04-23T22:00:00.000Z');
    const autrement = { ...accepte, journal: [...accepte.journal, adopte, frais] };
    expect(depart(autrement, 'C07_CONVOCATION_PSP', { preBilanJours: 10 })).toBe('2025-04-24T22:00:00.000Z');
  });
  it('un fait qui attend une seconde personne ne fait rien naître, sa confirmation si', () => {
    const sortie = {
      ...{ id: 'sortie', acte: 'consigner' as const, auteur: 'ref', enregistreLe: '2025-05-30T09:00:00.000Z' },
      evenement: { type: 'SORTIE' as const, date: dateCivile('2025-06-01'), motif: 'MANQUEMENT' as const },
    };
    const enTete = { id: 'oui', auteur: 'autre', enregistreLe: '2025-06-02T09:05:00.000Z' };
    const oui = { ...enTete, acte: 'confirmer' as const, confirme: 'sortie' };
    const etat = { ...accepte, journal: [...accepte.journal, sortie, oui] };
    expect(depart(etat, 'SORTIE_DECIDEE')).toBe('2025-06-02T10:05:00.000Z');
  });
});

describe('les courriers d’un même jour', () => {
  const au = (etat: EtatParcours, maintenant: string) =>
    situer({ etat, enCours: [], maintenant }, { envoi: 'fenetre' }).reponse;
  const codes = ({ dus }: ReponseSituer) => dus.map(({ code }) => code).sort();
  const veille = '2025-03-24T12:00:00.000Z';
  const etat = appliquer(accepte, au(accepte, veille), veille);
  const heure = au(etat, '2025-03-25T05:00:00.000Z').prochain!.quand;
  const decaler = (minutes: number) => new Date(Date.parse(heure) + minutes * 60_000).toISOString();
  const tous = ['C06_CONVOCATION_PRE_BILAN', 'C10_CONTRIBUTION'];

  it('partent d’un seul réveil', () => {
    expect(codes(au(etat, heure))).toEqual(tous);
  });
  it('une minuterie d’avant, réglée sur une autre heure, n’en perd ni n’en double aucun', () => {
    const tot = au(etat, decaler(-10));
    expect([codes(tot), tot.prochain?.quand]).toEqual([[], heure]);
    const tard = decaler(60);
    const enRetard = au(etat, tard);
    expect(codes(enRetard)).toEqual(tous);
    expect(codes(au(appliquer(etat, enRetard, tard), tard))).toEqual([]);
  });
});
