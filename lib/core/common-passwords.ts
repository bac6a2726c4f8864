/**
 * What people type first, in lower case and without signs: the building blocks of the commonest passwords in published leaks.
 * A password that is little more than these is refused.
 */
export const COMMON_PASSWORDS: readonly string[] = `
correcthorsebatterystaple correct horse battery staple thisismypassword mypasswordis iloveyousomuch thequickbrownfox
jumpsoverthelazydog letmeinplease trustno1 administrator changeme changeit passphrase password passwort passord motdepasse
contrasena contraseña senha parola wachtwoord heslo haslo mypassword newpassword oldpassword temporary temppass p4ssword
passw0rd passwd default guest admin root toor superuser sysadmin system server service test testing tester sample example
demo secret topsecret private security secure login logon signin access account user username letmein openup opensesame
abracadabra welcome hello hithere goodmorning goodnight goodbye iloveyou ilovemy loveyou iloveu lovely loveme lover love
forever always princess sunshine rainbow flower butterfly angel babygirl baby sweetheart sweetie honey cutie beautiful
pretty happy smile family mother father mommy daddy mama papa brother sister friend friends freedom heaven jesus christ
jesuschrist godisgood blessed church football baseball basketball soccer hockey tennis golfer runner chelsea liverpool
arsenal barcelona realmadrid juventus manchester united yankees lakers cowboys steelers eagles raiders superman batman
spiderman wonderwoman starwars startrek pokemon pikachu naruto minecraft fortnite roblox warcraft counterstrike nintendo
playstation xbox google facebook instagram twitter youtube linkedin yahoo hotmail gmail outlook microsoft windows apple
iphone android samsung computer internet network database dragon monkey shadow master killer hunter ranger tiger lion
panther phoenix unicorn dolphin pepper ginger cookie chocolate banana cheese coffee pizza whiskey mustang ferrari porsche
mercedes corvette harley yamaha honda toyota summer winter spring autumn january february march april june july august
september october november december monday tuesday wednesday thursday friday saturday sunday michael jessica jennifer
jordan daniel ashley andrew anthony charlie matthew nicole robert thomas michelle amanda samantha elizabeth christopher
alexander william joshua george london paris berlin newyork california texas america canada china beijing shanghai
whatever nothing something anything blahblah asdasd qweqwe zxczxc qazwsx qwerty azerty qwertz money dollar bitcoin crypto
ethereum hodl tothemoon lambo invest investor investing portfolio wallet finance trading trader stocks market bank
woaini woaiwo aini wodemima mima nihao zhongguo 5201314 1314520 woaini1314 我爱你 密码 我的密码 你好 中国 投资 股票
`
  .trim()
  .split(/\s+/)
