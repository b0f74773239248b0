import { Client } from '@temporalio/client';
import { deplacer } from '../../client/usages/deplacer-rendez-vous';
import { planifierRendezVous } from '../../client/usages/planifier-rendez-vous';
import { lireContexte } from '../../client/usages/rendez-vous/contexte';
import { depsRendezVous } from '../../client/usages/rendez-vous/suite';
import { convertisseur } from '../../commun/data-converter';
import { lireTrousseau } from '../../commun/trousseau';
import { idParcours } from '../../workflows/parcours/messages';
import { idRendezVous } from '../../workflows/rendez-vous/messages';
import { a9h, type Voyage } from '../outils/voyage';

const acceptation = { type: 'REPONSE_SALARIE', date: '2025-03-10', reponse: 'ACCEPTATION' };
const arret = { type: 'ARRET_MALADIE', debut: '2025-06-01', fin: '2025-06-10' };

/** Lives a journey until the stage whose history is kept; days are those of the invented dossier (CSP from 25/03/2025). */
type Vivre = (v: Voyage, numero: string) => Promise<void>;

/** What is kept: the journey, unless another workflow is named. */
interface EtapeGardee {
  jusquau: string | 'fin';
  vivre: Vivre;
  workflow?: string;
}

const accepter: Vivre = (v, numero) => v.consigner(numero, '2025-03-10', acceptation, 'accord');

/** One recorded history per stage. */
export const etapes: Record<string, EtapeGardee> = {
  reflexion: { jusquau: '2025-03-06', vivre: async () => undefined },
  accepte: { jusquau: '2025-03-14', vivre: accepter },
  'en-csp': { jusquau: '2025-04-10', vivre: accepter },
  prolonge: {
    jusquau: '2025-06-20',
    async vivre(v, numero) {
      await accepter(v, numero);
      await v.consigner(numero, '2025-03-31', { type: 'PRE_BILAN_REALISE', date: '2025-03-31' });
      await v.agir(numero, '2025-06-02', 'arretMaladie', { debut: arret.debut, fin: arret.fin });
    },
  },
  corrige: {
    jusquau: '2025-06-20',
    async vivre(v, numero) {
      await accepter(v, numero);
      await v.consigner(numero, '2025-06-02', arret, 'am');
      await v.agir(numero, '2025-06-03', 'corriger', {
        id: 'am2',
        remplace: 'am',
        evenement: { ...arret, fin: '2025-06-20' },
      });
      await v.agir(numero, '2025-06-04', 'annuler', { id: 'am3', annule: 'am2', motif: 'erreur de personne' });
      await v.consigner(
        numero,
        '2025-06-05',
        { type: 'REPONSE_SALARIE', date: '2025-06-05', reponse: 'REFUS' },
        'refuse',
      );
    },
  },
  'en-emploi-court': {
    jusquau: '2025-09-10',
    async vivre(v, numero) {
      await accepter(v, numero);
      const contrat = {
        type: 'REPRISE_EMPLOI',
        contratId: 'c1',
        nature: 'CDD',
        debut: '2025-09-01',
        fin: '2025-10-31',
      };
      await v.consigner(numero, '2025-08-28', contrat);
    },
  },
  'emploi-durable': {
    jusquau: '2025-10-20',
    async vivre(v, numero) {
      await accepter(v, numero);
      await v.consigner(numero, '2025-09-12', {
        type: 'REPRISE_EMPLOI',
        contratId: 'c1',
        nature: 'CDI',
        debut: '2025-09-15',
      });
    },
  },
  'smtp-coupe': {
    jusquau: '2025-03-26',
    async vivre(v, numero) {
      await v.banc.avancer(new Date('2025-03-23T20:00:00Z'));
      await v.banc.couperSmtp();
      await v.consigner(numero, '2025-03-24', { ...acceptation, date: '2025-03-24' });
      await v.banc.avancer(new Date('2025-03-25T06:00:00Z'));
      await v.banc.retablirSmtp();
    },
  },
  termine: { jusquau: '2026-03-26', vivre: accepter },
  reinscrit: {
    jusquau: 'fin',
    async vivre(v, numero) {
      await accepter(v, numero);
      await v.consigner(numero, '2026-03-26', { type: 'DEMANDE_REINSCRIPTION', date: '2026-03-26' });
    },
  },
  'deces-confirme': {
    jusquau: '2025-05-20',
    async vivre(v, numero) {
      await accepter(v, numero);
      await v.consigner(numero, '2025-05-05', { type: 'SORTIE', date: '2025-05-01', motif: 'DECES' }, 'deces');
      await v.agir(numero, '2025-05-06', 'relancer', {});
      await v.agir(numero, '2025-05-07', 'confirmer', { confirme: 'deces', auteur: 'collegue' });
    },
  },
  rectifie: {
    jusquau: '2025-06-20',
    async vivre(v, numero) {
      await accepter(v, numero);
      await v.consigner(numero, '2025-06-02', arret, 'am');
      await v.agir(numero, '2025-06-12', 'annuler', { annule: 'am', motif: 'erreur de personne' });
    },
  },
  'rendez-vous': {
    jusquau: '2025-05-12',
    workflow: idRendezVous('garde'),
    async vivre(v, numero) {
      await accepter(v, numero);
      await v.banc.avancer(a9h('2025-04-01'));
      const { registre, client, maintenant } = v.banc;
      const deps = depsRendezVous({ registre, temporal: client, envoi: 'immediat' });
      const saisie = {
        sorte: 'SUIVI',
        mode: 'PRESENTIEL',
        jour: '2025-05-06',
        heure: '14:00',
        duree: '30',
        lieu: 'bureau 2',
      };
      const auteur = { auteur: 'essai', confirme: true };
      await planifierRendezVous(
        deps,
        await lireContexte(deps, numero),
        { id: 'garde', saisie },
        auteur,
        await maintenant(),
      );
      await v.banc.avancer(a9h('2025-04-10'));
      await deplacer(
        deps,
        await lireContexte(deps, numero),
        { id: 'garde', saisie: { ...saisie, jour: '2025-05-09' } },
        auteur,
        await maintenant(),
      );
    },
  },
  'registre-absent': {
    jusquau: '2025-04-10',
    async vivre(v, numero) {
      await accepter(v, numero);
      await v.banc.avancer(a9h('2025-03-24'));
      await v.banc.registre.pool.query('ALTER TABLE dossiers RENAME TO dossiers_absents');
      await v.consigner(numero, '2025-03-26', { type: 'PRE_BILAN_REALISE', date: '2025-03-26' });
      await v.banc.avancer(a9h('2025-03-27'));
      await v.banc.registre.pool.query('ALTER TABLE dossiers_absents RENAME TO dossiers');
    },
  },
  illisible: {
    jusquau: '2025-03-20',
    async vivre(v, numero) {
      await accepter(v, numero);
      const { connection } = v.banc.client;
      const autreCle = lireTrousseau(`perdue:${Buffer.alloc(32, 9).toString('base64')}`);
      const etranger = new Client({ connection, dataConverter: convertisseur(autreCle) });
      await etranger.workflow.getHandle(idParcours(numero)).signal('consigner', { id: 'perdu' });
      await v.banc.client.workflow.getHandle(idParcours(numero)).signal('arretMaladi', { id: 'inconnu' });
      await v.consigner(numero, '2025-03-12', arret, 'constructor');
    },
  },
  'refus-tacite': { jusquau: 'fin', vivre: async () => undefined },
};

/**
 * Histories that today's code cannot record anew. `passage`: begun by a workflow that asked, then wrote, in two local activities; gone on,
 * from 31 March, by the one that does both in one.
 */
export const sansRecette = ['passage'];
