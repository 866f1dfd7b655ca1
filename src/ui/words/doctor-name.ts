/** What the doctor answers; it is named by that wherever one goes there. */
export const doctorName = 'Is this computer ready?';
