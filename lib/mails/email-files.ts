import { confirmationMail } from './confirmation';
import { emailChangeMail } from './email-change';
import { invitationMail } from './invitation';
import type { MailHouse } from './mail-page';
import { recoveryMail } from './recovery';

/** The files of `public/emails`, by name: Netlify reads its mail templates from the published site. */
export function emailFiles(house: MailHouse): Record<string, string> {
  return {
    'confirmation.html': confirmationMail(house),
    'invitation.html': invitationMail(house),
    'recovery.html': recoveryMail(house),
    'email-change.html': emailChangeMail(house),
  };
}
