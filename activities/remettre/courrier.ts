import { messageIdDe } from '../../commun/noms-des-remises';
import { type DonneesCourrier, rendre } from '../../courriers';
import { rendreCalendrier } from '../../courriers/calendrier';
import { methodeInvitation, rendreInvitation } from '../../courriers/invitation';
import { semblable } from '../../courriers/semblable';
import type { DateCivile } from '../../domain/calendrier/dates';
import type { Adressage } from '../../domain/catalogue/canaux';
import type { Canal } from '../../domain/dossier/personnes';
import { choisirReglement } from '../../domain/droit/reglements';
import type { EnvoiPrepare, RendezVousInscrit } from '../../registre';
import type { DonneesReunies } from './donnees';

/** Invitation of an appointment, as its e-mail carries it. */
export interface Invitation {
  methode: 'REQUEST' | 'CANCEL';
  ics: string;
}

/** A letter written for every channel it may take. */
export interface Courrier {
  envois: Record<Canal, EnvoiPrepare>;
  /** Of its paper form. */
  pages: number;
  invitation: Invitation | null;
  /** Of its dates that cost money, as its e-mail carries it. */
  calendrier: string | null;
}

function inviter(
  { code, personnes, dossier }: DonneesCourrier,
  rendezVous: RendezVousInscrit | null,
  email: string | undefined,
  domaine: string,
): Invitation | null {
  const methode = methodeInvitation(code);
  if (!methode || !rendezVous || email === undefined) return null;
  const { agence, referent } = personnes;
  const reglement = choisirReglement(dossier)?.nom;
  // The instant of the act, not of the e-mail: sent again, the invitation is the same.
  const horodatage = (methode === 'CANCEL' ? rendezVous.closLe : null) ?? rendezVous.fixeLe;
  const ics = rendreInvitation({
    rendezVous,
    agence,
    referent,
    email,
    methode,
    domaine,
    horodatage,
    ...(reglement ? { reglement } : {}),
  });
  return { methode, ics };
}

export interface QuestionCourrier extends DonneesReunies {
  datePrevue: DateCivile;
  vers: Adressage;
  /** Domain of the Message-IDs. */
  domaine: string;
  /** Of the invitations' UIDs: that of the appointment's first one. */
  domaineInvitation: string;
  recommande: boolean;
}

/** Writes a letter: each channel with what it carries, and nothing else. */
export function ecrireCourrier({
  donnees,
  rendezVous,
  datePrevue,
  vers,
  domaine,
  domaineInvitation,
  recommande,
}: QuestionCourrier): Courrier {
  const { objet, gabarit, texte, html, sms, pdf, pages, nomPdf } = rendre(donnees);
  const { cle, numero, code, destinataire, base } = donnees;
  const invitation = inviter(donnees, rendezVous, vers.adresses.EMAIL, domaineInvitation);
  const calendrier = rendreCalendrier(donnees, domaine);
  const messageId = messageIdDe(cle, domaine);
  const genre = { code, destinataire, semblable: semblable(code, destinataire) };
  const fixe = { cle, numero, ...genre, base, datePrevue, messageId, objet, gabarit, donnees };
  const sur = (canal: Canal) => ({ ...fixe, canal, adresse: vers.adresses[canal] ?? '' });
  return {
    envois: {
      EMAIL: { ...sur('EMAIL'), texte, html, pdf, nomPdf, ics: invitation?.ics ?? calendrier },
      SMS: { ...sur('SMS'), texte: sms, html: null, pdf: null, nomPdf: null },
      COURRIER: { ...sur('COURRIER'), texte: null, html: null, pdf, nomPdf, recommande },
    },
    pages,
    invitation,
    calendrier,
  };
}
