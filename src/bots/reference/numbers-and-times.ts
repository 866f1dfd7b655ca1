/* Numbers, dates and times (crm §10.2, §10.4, §11.4). */
export const numbersAndTimes = `
modulo | What is left of a division of whole numbers. | a: what is divided; b: by what
pow | A number to the power of another one. | base: the number; exp: the power
rand | A random whole number, both ends among them. | min: the least; max: the greatest
toHex | A whole number in hexadecimal, in small letters. | value: the number
Integer.toString, Long.toString, Byte.toString, Bool.toString | It as text.
Integer.toBool, Byte.toBool | False for 0, true for any other number.
Integer.abs, Float.abs | It without its sign.
Integer.toHex, Byte.toHex | In hexadecimal, in small letters. | value: the number; padding: how many digits at least
Integer.isNull, Long.isNull, Float.isNull, Date.isNull, Time.isNull, DateTime.isNull | Whether it has no value.
Long.getHighInteger, getLowInteger | The upper, or the lower, 32 of its bits.
Float.toString | It as text, rounded. | decimals: how many digits behind the point
Float.floor | The next whole number below it.
Float.round | The nearest whole number.
Bool.toInteger | 1 for true, 0 for false.
Byte.toInteger | It as a number from 0 to 255.
getCurrentDate, getCurrentTime, getCurrentDateTime | What the clock of the workspace says, in its time zone.
getLocalTimeZone | The time zone of the workspace.
TimeZone.getTimeZone | How far it is from UTC: +0100.
TimeZone.getTimeZoneSecs | How many seconds it is ahead of UTC.
Date.toString, Time.toString | As text: 2026-03-02, 09:00:00.
DateTime.toString | As text: 2026-03-02 09:00:00, or as a format or one of the product's ways says. | format: codes in a text: YY4-MM2-DD2 HH24:MI2:SS2, MONTH, WDAY, WEEKDAY, AMPM; months: the twelve names, with commas; weekDays: the seven names, with commas, Sunday first; mode: which way to write it; language: the language of its words; is24Hours: hours to 24, or to 12 with AM and PM
Date.addDay, addMonth, addYear | Moves the variable itself so far, and returns it. | num: how many; below 0 goes back
DateTime.addDay, addMonth, addYear, addHour, addMin, addSec | Moves the variable itself so far, and returns it. | num: how many; below 0 goes back
DateTime.moveToHourStart, moveToDayStart, moveToWeekStart, moveToMonthStart, moveToQuarterStart, moveToYearStart | Moves the variable itself to the first second of it; weeks begin on Monday.
DateTime.moveToHourEnd, moveToDayEnd, moveToWeekEnd, moveToMonthEnd, moveToQuarterEnd, moveToYearEnd | Moves the variable itself to the last second of it; weeks end on Sunday.
DateTime.setTime | Changes the time of day of the variable itself. | theTime: the new time of day
DateTime.getTime | Its time of day.
DateTime.getDate | Its date.
Date.getMDay, DateTime.getMDay | The day of the month, from 1.
Date.getMonth, DateTime.getMonth | The month, from 1.
Date.getYear, DateTime.getYear | The year.
Date.getWeek, DateTime.getWeek | The number of the week, as ISO 8601 counts them.
Date.getWeekDay, DateTime.getWeekDay | The day of the week: 0 is Monday, 6 is Sunday.
DateTime.diff | How many seconds it is later than another one; below 0 when it is earlier. | value: the other one
DateTime.getUnix | Seconds since 1970 in UTC.
DateTime.setUnix | Changes the variable itself to this moment. | number: seconds since 1970 in UTC
Time.setHour, setMin, setSec | Changes this part of the time. | hour: 0 to 23; min: 0 to 59; sec: 0 to 59
Time.getHour, getMin, getSec | This part of the time.
TimeSpan.addYear, addDay, addHour, addMin, addSec | Makes it so much longer. | num: how many
TimeSpan.getYear, getDay, getHour, getMin, getSec | This part of it.
TimeSpan.toDays, toHours, toMinutes, toSeconds | All of it in this unit; a year has 365 days.
TimeSpan.isNegative, setNegative | Whether it goes back in time. | negative: true goes back
TimeSpan.set | Changes all of its parts.
TimeSpan.toString | It in words or figures. | mode: the smallest unit shown; lang: the language of the words; maxMode: the largest unit shown; short: units as one letter
Timer.start, stop | Starts it, or lets it stand.
Timer.getSeconds, getHiResTimer, getTimer | How many seconds it ran.
`;
