import { hrefOf } from '../frame/router.ts';
import { doctorName } from '../words/doctor-name.ts';

/** The way to the doctor, from wherever somebody may look for it. */
export const DoctorLink = () => (
  <a class="doctor-link" href={hrefOf(['doctor'])}>
    {doctorName}
  </a>
);
