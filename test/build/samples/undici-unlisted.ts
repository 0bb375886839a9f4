import './frame.tsx';
import {fetch} from 'undici';

void fetch('http://localhost');
