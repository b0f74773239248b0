import type { Dossier } from '../../dossier/dossier';
import type { Evenement } from '../../faits/evenements';
import { evaluer } from '../calculer';
import {
  ACCEPTATION,
  cdd,
  cdi,
  courriers,
  finContrat,
  jouer,
  le,
  maladie,
  OUVERTURE,
  ouvrir,
  sortie,
} from './de-test/scenario';

const reponse = (date: string, valeur: string) => ({ type: 'REPONSE_SALARIE', date, reponse: valeur });
const PSP = le('PSP_VALIDE', '2025-04-10');

describe('réflexion', () => {
  it('la proposition part le jour de la remise', () => {
    expect(courriers(ouvrir(), 'C01')).toEqual(['2025-03-03']);
  });
  it('deux rappels précèdent la fin, reculés au jour ouvré', () => {
    const r = ouvrir([], { dossier: { dateRemise: '2025-06-02' } });
    expect(courriers(r, 'C02')).toEqual(['2025-06-16', '2025-06-20']);
  });
  it('aucun rappel après une réponse acceptée, même un refus, du jour même', () => {
    expect(courriers(ouvrir([reponse('2025-03-17', 'REFUS')]), 'C02')).toEqual([]);
    expect(courriers(ouvrir([reponse('2025-03-18', 'REFUS')]), 'C02')).toEqual(['2025-03-17']);
    expect(courriers(ouvrir([reponse('2025-03-17', 'PEUT_ETRE')]), 'C02')).toEqual(['2025-03-17', '2025-03-21']);
    const deux = [reponse('2025-03-20', 'ACCEPTATION'), reponse('2025-03-12', 'REFUS')];
    expect(courriers(ouvrir(deux), 'C02')).toEqual([]);
  });
  it('un rappel ne précède pas la remise, et deux le même jour n’en font qu’un', () => {
    expect(courriers(ouvrir([], { surcharge: { rappelReflexionJours: [21, 20] } }), 'C02')).toEqual(['2025-03-04']);
    expect(courriers(ouvrir([], { surcharge: { rappelReflexionJours: [2, 1] } }), 'C02')).toEqual(['2025-03-21']);
  });
  it('pour un salarié protégé, les rappels attendent la notification', () => {
    const notifie = (date: string) =>
      courriers(
        ouvrir([{ type: 'DECISION_AUTORISATION', date, decision: 'AUTORISE' }], { dossier: { salarieProtege: true } }),
        'C02',
      );
    expect(notifie('2025-03-10')).toEqual(['2025-03-17', '2025-03-21']);
    expect(notifie('2025-03-19')).toEqual(['2025-03-19', '2025-03-21']);
    expect(notifie('2025-04-13')).toEqual(['2025-04-13']);
  });
  it('la lettre de licenciement pendant le délai se prépare avec l’employeur', () => {
    const c03 = (dateEnvoiLicenciement: string) =>
      courriers(ouvrir([], { dossier: { dateEnvoiLicenciement } }), 'C03', 'EMPLOYEUR');
    expect([c03('2025-03-24'), c03('2025-03-25')]).toEqual([['2025-03-14'], []]);
    // A Sunday goes back to Friday; nothing is written before the hand-over.
    expect([c03('2025-03-19'), c03('2025-03-12')]).toEqual([['2025-03-07'], ['2025-03-03']]);
    const refusee = ouvrir([{ type: 'DECISION_AUTORISATION', date: '2025-03-10', decision: 'REFUSE' }], {
      dossier: { salarieProtege: true, dateEnvoiLicenciement: '2025-03-05' },
    });
    expect(courriers(refusee, 'C03')).toEqual([]);
  });
  it('l’acceptation et le refus s’écrivent aux deux', () => {
    expect(jouer().courriers?.filter((c) => c.code === 'C04_ADHESION')).toEqual([
      { code: 'C04_ADHESION', destinataire: 'BENEFICIAIRE', date: '2025-03-10' },
      { code: 'C04_ADHESION', destinataire: 'EMPLOYEUR', date: '2025-03-10' },
    ]);
    expect([courriers(jouer(), 'C05'), courriers(ouvrir(), 'C04')]).toEqual([[], []]);
    for (const destinataire of ['BENEFICIAIRE', 'EMPLOYEUR']) {
      expect(courriers(ouvrir(), 'C05', destinataire)).toEqual(['2025-03-25']);
      expect(courriers(ouvrir([reponse('2025-03-05', 'REFUS')]), 'C05', destinataire)).toEqual(['2025-03-25']);
    }
    expect(courriers(ouvrir([], { dateObservation: '2025-03-24' }), 'C05')).toEqual([]);
  });
});

describe('entretiens', () => {
  it('convoquent au pré-bilan au début, au PSP dix jours avant, aux autres dix jours avant leur fenêtre', () => {
    const r = jouer();
    expect(['C06', 'C07', 'C08', 'C09', 'C10'].map((code) => courriers(r, code))).toEqual([
      ['2025-03-25'],
      ['2025-04-22'],
      ['2025-06-13'],
      ['2026-01-15'],
      ['2025-03-25'],
    ]);
  });
  it('convoquent la personne, et elle seule', () => {
    const r = jouer();
    const destinataires = (code: string) =>
      r.courriers?.filter((c) => c.code.startsWith(code)).map(({ destinataire }) => destinataire);
    expect(['C06', 'C07', 'C08', 'C09'].map(destinataires)).toEqual(Array(4).fill(['BENEFICIAIRE']));
    expect(courriers(jouer([cdi('2025-06-07')]), 'C09', 'BENEFICIAIRE')).toEqual(['2025-06-10']);
  });
  it('un début chômé avance au jour ouvré', () => {
    const variante = { dossier: { dateRemise: '2025-04-10' } };
    const r = ouvrir([reponse('2025-04-20', 'ACCEPTATION')], { ...variante, surcharge: { delaiReflexionJours: 20 } });
    expect([r.debutCsp, courriers(r, 'C06'), courriers(r, 'C10', 'EMPLOYEUR')]).toEqual([
      '2025-05-01',
      ['2025-05-02'],
      ['2025-05-02'],
    ]);
  });
  it('ne convoquent pas à ce qui est déjà fait', () => {
    expect(courriers(jouer([le('PRE_BILAN_REALISE', '2025-03-25')]), 'C06')).toEqual([]);
    expect(courriers(jouer([le('PRE_BILAN_REALISE', '2025-03-26')]), 'C06')).toEqual(['2025-03-25']);
    expect(courriers(jouer([le('PSP_VALIDE', '2025-04-22')]), 'C07')).toEqual([]);
    expect(courriers(jouer([le('PSP_VALIDE', '2025-04-23')]), 'C07')).toEqual(['2025-04-22']);
    expect(courriers(jouer([le('BILAN_REALISE', '2025-04-23')]), 'C09')).toEqual(['2026-01-15']);
  });
  it('ne convoquent pas après la fin', () => {
    expect(courriers(jouer([cdi('2025-03-25')]), 'C06')).toEqual([]);
    expect(courriers(jouer([cdi('2025-03-25')]), 'C10')).toEqual(['2025-03-25']);
    expect(courriers(jouer([sortie('2025-04-21', 'ABANDON')]), 'C07')).toEqual([]);
    expect(courriers(jouer([sortie('2025-04-22', 'ABANDON')]), 'C07')).toEqual(['2025-04-22']);
    expect(courriers(jouer([sortie('2025-06-24', 'ABANDON')]), 'C08')).toEqual([]);
  });
  it('convoquent encore le dernier jour quand c’est le premier', () => {
    expect(courriers(jouer([sortie('2025-03-25', 'ABANDON')]), 'C06')).toEqual(['2025-03-25']);
  });
  it('la convocation au PSP ne précède pas le début', () => {
    expect(courriers(jouer([], { surcharge: { pspPlafondMois: 0 } }), 'C07')).toEqual(['2025-03-25']);
  });
  it('après une sortie, le bilan se convoque le lendemain, ouvré', () => {
    expect(courriers(jouer([cdi('2025-06-07')]), 'C09')).toEqual(['2025-06-10']);
    expect(courriers(jouer([{ type: 'CREATION_ENTREPRISE', debut: '2025-06-03' }]), 'C09')).toEqual(['2025-06-03']);
    expect(courriers(jouer([cdd('2025-06-03', '2025-06-04')]), 'C09')).toEqual(['2025-06-03']);
    expect(
      courriers(jouer([cdd('2025-06-03', '2025-10-03')], { surcharge: { activiteCumulMaxJours: 10 } }), 'C09'),
    ).toEqual(['2025-06-13']);
  });
  it.each(['ABANDON', 'MANQUEMENT', 'FAUSSE_DECLARATION', 'RETRAITE', 'DECES'])(
    'après une sortie %s, personne n’est convoqué au bilan',
    (motif) => {
      expect(courriers(jouer([sortie('2025-06-06', motif)]), 'C09')).toEqual([]);
    },
  );
  it('sous un an d’ancienneté, l’employeur ne doit rien et rien ne lui est réclamé', () => {
    const de = (ancienneteMois: number) => jouer([], { dossier: { ancienneteMois } });
    expect([de(11).echeanceContributionEmployeur, courriers(de(11), 'C10')]).toEqual([null, []]);
    expect([de(12).echeanceContributionEmployeur, courriers(de(12), 'C10')]).toEqual(['2025-05-25', ['2025-03-25']]);
  });
  it('les rappels et le modèle se comptent du 21e jour, le refus du jour toléré', () => {
    const r = ouvrir([], { dossier: { dateRemise: '2026-12-04', dateEnvoiLicenciement: '2026-12-25' } });
    expect(['C02', 'C03', 'C05'].map((code) => courriers(r, code))).toEqual([
      ['2026-12-18', '2026-12-23'],
      ['2026-12-15'],
      ['2026-12-29', '2026-12-29'],
    ]);
    const apres = ouvrir([], { dossier: { dateRemise: '2026-12-04', dateEnvoiLicenciement: '2026-12-28' } });
    expect(courriers(apres, 'C03')).toEqual([]);
  });
});

describe('emploi', () => {
  it('la prime s’annonce à l’embauche et se rappelle vingt jours après', () => {
    const r = jouer([PSP, cdi('2025-09-20')]);
    expect([courriers(r, 'C11'), courriers(r, 'C12')]).toEqual([['2025-09-22'], ['2025-10-10']]);
  });
  it('pas si elle est refusée, ni rappelée une fois demandée', () => {
    expect(courriers(jouer([cdi('2025-09-20')]), 'C11')).toEqual([]);
    const demandee = (date: string) =>
      courriers(jouer([PSP, cdi('2025-09-20'), le('DEMANDE_PRIME', date, { contratId: 'c' })]), 'C12');
    expect([demandee('2025-10-10'), demandee('2025-10-11')]).toEqual([[], ['2025-10-10']]);
  });
  it('pas si l’emploi est déjà fini', () => {
    const finie = (fin: string) => {
      const r = jouer([PSP, cdi('2025-09-20'), finContrat(fin, 'FIN_ANTICIPEE')]);
      return [courriers(r, 'C11').length, courriers(r, 'C12').length];
    };
    expect(['2025-09-21', '2025-09-22', '2025-10-09', '2025-10-10'].map(finie)).toEqual([
      [0, 0],
      [1, 0],
      [1, 0],
      [1, 1],
    ]);
  });
  it('le conseiller prend trois fois contact, jusqu’à une réinscription', () => {
    const r = jouer([cdi('2025-08-31')]);
    expect(courriers(r, 'C17', 'CONSEILLER')).toEqual(['2025-09-30', '2025-11-28', '2026-02-27']);
    const reinscrite = jouer([cdi('2025-08-31'), le('DEMANDE_REINSCRIPTION', '2025-11-28')]);
    expect(courriers(reinscrite, 'C17')).toEqual(['2025-09-30']);
  });
});

describe('fin du CSP', () => {
  const formation = { type: 'FORMATION', debut: '2026-01-01', fin: '2026-03-25' };
  it('s’annonce sept jours avant le terme, avec la formation qui continue', () => {
    const r = jouer([formation, { ...formation, fin: '2026-06-01' }]);
    expect([courriers(r, 'C13'), courriers(r, 'C18')]).toEqual([['2026-03-17'], ['2026-03-17']]);
    expect(courriers(jouer([{ ...formation, fin: '2026-03-24' }]), 'C18')).toEqual([]);
  });
  it('ne s’annonce pas quand le CSP finit avant', () => {
    const r = jouer([formation, sortie('2026-03-20', 'ABANDON')]);
    expect([courriers(r, 'C13'), courriers(r, 'C18')]).toEqual([[], []]);
  });
  it('suit le terme qui recule', () => {
    expect(courriers(jouer([maladie('2025-06-01', '2025-06-10')]), 'C13')).toEqual(['2026-03-27']);
  });
  it('la cessation d’inscription part le lendemain, les rappels aux troisième et cinquième jours', () => {
    const r = jouer();
    expect([courriers(r, 'C14'), courriers(r, 'C15'), courriers(r, 'C16')]).toEqual([
      ['2026-03-25'],
      ['2026-03-27', '2026-03-29'],
      [],
    ]);
  });
  it('une demande arrête les rappels et se confirme le lendemain', () => {
    const r = jouer([le('DEMANDE_REINSCRIPTION', '2026-03-27')]);
    expect([courriers(r, 'C15'), courriers(r, 'C16')]).toEqual([[], ['2026-03-28']]);
    expect(courriers(jouer([le('DEMANDE_REINSCRIPTION', '2026-03-28')]), 'C15')).toEqual(['2026-03-27']);
  });
  it('sans réinscription requise, ni cessation ni rappel', () => {
    const r = jouer([cdi('2025-06-01'), le('DEMANDE_REINSCRIPTION', '2025-06-05')]);
    expect([courriers(r, 'C14'), courriers(r, 'C15'), courriers(r, 'C16')]).toEqual([[], [], ['2025-06-06']]);
  });
  it('une seule formation qui continue suffit à l’annoncer', () => {
    const r = jouer([{ ...formation, fin: '2026-02-01' }, formation]);
    expect(courriers(r, 'C18')).toEqual(['2026-03-17']);
  });
  it('tout s’écrit à la personne', () => {
    const r = jouer([formation, le('DEMANDE_REINSCRIPTION', '2026-03-28')]);
    expect(['C13', 'C14', 'C15', 'C16', 'C18'].map((c) => courriers(r, c, 'BENEFICIAIRE').length)).toEqual([
      1, 1, 1, 1, 1,
    ]);
    const emploi = jouer([PSP, cdi('2025-09-20')]);
    expect(['C11', 'C12'].map((c) => courriers(emploi, c, 'BENEFICIAIRE').length)).toEqual([1, 1]);
  });
  it('un décès pendant un essai rompu plus tard arrête les rappels de sa prime', () => {
    const c12 = (date: string, motif = 'DECES') =>
      courriers(jouer([PSP, cdi('2025-06-02'), finContrat('2025-06-30'), sortie(date, motif)]), 'C12');
    expect([c12('2025-06-10', 'ABANDON'), c12('2025-06-10'), c12('2025-06-20'), c12('2025-06-19')]).toEqual([
      ['2025-06-20'],
      [],
      ['2025-06-20'],
      [],
    ]);
  });
  it('un décès n’arrête pas les courriers de l’employeur', () => {
    const variante = { dossier: { dateRemise: '2025-04-10' }, surcharge: { delaiReflexionJours: 20 } };
    const r = ouvrir([reponse('2025-04-20', 'ACCEPTATION'), sortie('2025-05-01', 'DECES')], variante);
    expect([r.dateFinCsp, courriers(r, 'C10', 'EMPLOYEUR')]).toEqual(['2025-05-01', ['2025-05-02']]);
  });
  it('après un décès, plus rien au bénéficiaire', () => {
    const r = jouer([sortie('2025-03-24', 'DECES'), sortie('2025-04-22', 'DECES')]);
    expect(r.courriers?.filter((c) => c.destinataire === 'BENEFICIAIRE').at(-1)?.date).toBe('2025-04-22');
    const tot = jouer([sortie('2025-03-25', 'DECES')]);
    expect(courriers(tot, 'C07')).toEqual([]);
  });
});

describe('ordre et clés', () => {
  it('les courriers vont par date, code, destinataire', () => {
    const cles = (jouer([cdd('2025-09-01', '2025-10-04')]).courriers ?? []).map(
      (c) => `${c.date} ${c.code} ${c.destinataire}`,
    );
    expect(cles).toEqual(cles.toSorted());
  });
  it('la base est la date non décalée, avec son écart pour les rappels', () => {
    const { courriers: prevus } = evaluer(
      { ...OUVERTURE, dateRemise: '2025-06-02' } as unknown as Dossier,
      [{ ...ACCEPTATION, date: '2025-06-22' }] as unknown as Evenement[],
    );
    const bases = (code: string) => prevus.filter((c) => c.code.startsWith(code)).map((c) => [c.date, c.base]);
    expect(bases('C02')).toEqual([
      ['2025-06-16', '2025-06-23-7'],
      ['2025-06-20', '2025-06-23-2'],
    ]);
    expect(bases('C13')).toEqual([['2026-06-16', '2026-06-16']]);
    expect(bases('C15')).toEqual([
      ['2026-06-26', '2026-06-23+3'],
      ['2026-06-28', '2026-06-23+5'],
    ]);
    expect(bases('C08')).toEqual([['2025-09-12', '2025-09-14']]);
  });
  it('deux courriers n’ont jamais la même clé', () => {
    const { courriers: prevus } = evaluer(
      OUVERTURE as unknown as Dossier,
      [ACCEPTATION, cdi('2025-08-31')] as unknown as Evenement[],
    );
    const cles = prevus.map((c) => `${c.code}/${c.destinataire}/${c.base}`);
    expect(new Set(cles).size).toBe(cles.length);
  });
});
